import { deleteAddress } from "@/app/account/addresses/actions";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import type { SavedAddress } from "@/lib/postal/addresses";
import { addressRow as words } from "@/words/address-book";
import type { Hidden } from "@/words/hidden";

const hidden: Hidden = (text) => <span className="sr-only">{text}</span>;

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
          {words.change(<bdi>{street}</bdi>, hidden)}
        </AppLink>
        <form action={deleteAddress}>
          <input type="hidden" name="id" value={id} />
          <Button look="link">{words.remove(<bdi>{street}</bdi>, hidden)}</Button>
        </form>
      </div>
    </li>
  );
}
