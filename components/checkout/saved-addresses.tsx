import { fillInAddress } from "@/app/checkout/actions";
import { Button } from "@/components/ui/button";
import type { SavedAddress } from "@/lib/addresses";

/** A member's addresses, each one press away from the form below. */
export function SavedAddresses({ addresses }: { addresses: SavedAddress[] }) {
  if (addresses.length === 0) return null;
  return (
    <section aria-labelledby="saved-addresses" className="mb-10">
      <h2 id="saved-addresses" className="legend mb-3">
        Your addresses
      </h2>
      <ul className="flex flex-wrap gap-3">
        {addresses.map(({ id, name, street, city }) => (
          <li key={id}>
            <form action={fillInAddress}>
              <input type="hidden" name="address" value={id} />
              <Button look="quiet" className="saved-address">
                <span className="sr-only">Send it to </span>
                {name}, {street}, {city}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
