import { listCountryNames } from "@/lib/postal/countries";

/** Suggestions for the field "Country". Other spellings that the server understands may be typed as well. */
export function CountryList() {
  return (
    <datalist id="countries">
      {listCountryNames().map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
