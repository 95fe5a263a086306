import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import type { Address } from "@/lib/addresses";

type AddressFieldsProps = {
  typed: Partial<Address>;
  problems: Partial<Record<keyof Address, string[]>>;
};

/** Where something is sent to, at the checkout and in the account. */
export function AddressFields({ typed, problems }: AddressFieldsProps) {
  const field = (name: keyof Address) => ({ name, defaultValue: typed[name], error: problems[name] });
  return (
    <>
      <Field label="Full name" {...field("name")} autoComplete="shipping name" />
      <Field label="Street and number" {...field("street")} autoComplete="shipping street-address" />
      <div className="grid gap-5 sm:grid-cols-[9rem_1fr]">
        <Field label="Postcode" {...field("postcode")} autoComplete="shipping postal-code" />
        <Field label="City" {...field("city")} autoComplete="shipping address-level2" />
      </div>
      <Field label="Country" {...field("country")} autoComplete="shipping country-name" />
    </>
  );
}

export function SaveAddress() {
  return <Checkbox label="Keep this address in my account" name="saveAddress" />;
}
