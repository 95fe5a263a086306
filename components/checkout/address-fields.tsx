import { Field } from "@/components/ui/field";
import type { Address } from "@/lib/postal/addresses";

type AddressFieldsProps = {
  typed: Partial<Address>;
  problems: Partial<Record<keyof Address, string[]>>;
};

/** The fields of an address, at the checkout and in the account. The page renders `CountryList`. */
export function AddressFields({ typed, problems }: AddressFieldsProps) {
  const field = (name: keyof Address) => ({ name, defaultValue: typed[name], error: problems[name] });
  return (
    <>
      <Field {...field("name")} label="Full name" autoComplete="shipping name" />
      <Field {...field("street")} label="Street and number" autoComplete="shipping street-address" />
      <div className="grid gap-5 sm:grid-cols-[9rem_1fr]">
        <Field {...field("postcode")} label="Postcode" autoComplete="shipping postal-code" />
        <Field {...field("city")} label="City" autoComplete="shipping address-level2" />
      </div>
      <Field {...field("country")} label="Country" autoComplete="shipping country-name" list="countries" />
    </>
  );
}
