import { listCountryNames } from "@/lib/postal/countries";

/** What the field "Country" offers to choose from. Anything the server understands may be typed as well. */
export function CountryList() {
  return (
    <datalist id="countries">
      {listCountryNames().map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
