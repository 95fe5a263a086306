import { deleteAddress } from "@/app/account/addresses/actions";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import type { SavedAddress } from "@/lib/postal/addresses";

export function AddressRow({ address: { id, name, street, postcode, city, country } }: { address: SavedAddress }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <p>
        <bdi>{name}</bdi>
        <br />
        <bdi>{street}</bdi>
        <br />
        <bdi>{postcode}</bdi> <bdi>{city}</bdi>, <bdi>{country}</bdi>
      </p>
      <div className="flex items-center gap-5">
        <AppLink href={`/account/addresses?change=${id}`} className="button-link">
          Change
          <span className="sr-only">
            {" "}
            <bdi>{street}</bdi>
          </span>
        </AppLink>
        <form action={deleteAddress}>
          <input type="hidden" name="id" value={id} />
          <Button look="link">
            Delete
            <span className="sr-only">
              {" "}
              <bdi>{street}</bdi>
            </span>
          </Button>
        </form>
      </div>
    </li>
  );
}
