"use client";

import type { FormEvent } from "react";
import { fillInAddress } from "@/app/checkout/actions";
import { Button } from "@/components/ui/button";
import type { Address, SavedAddress } from "@/lib/postal/addresses";

/** A member's addresses as buttons that fill the form below: by script, or without JavaScript by the server. */
export function SavedAddresses({ addresses, formId }: { addresses: SavedAddress[]; formId: string }) {
  if (addresses.length === 0) return null;
  return (
    <section aria-labelledby="saved-addresses" className="mb-10">
      <h2 id="saved-addresses" className="legend mb-3">
        Your addresses
      </h2>
      <ul className="flex flex-wrap gap-3">
        {addresses.map(({ id, ...address }) => (
          <li key={id}>
            <form action={fillInAddress} onSubmit={(event) => fillIn(event, formId, address)}>
              <input type="hidden" name="address" value={id} />
              <Button look="quiet" className="px-4 text-left font-normal">
                <span className="sr-only">Send it to </span>
                <OneLine {...address} />
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneLine({ name, street, city }: Address) {
  return (
    <span>
      <bdi>{name}</bdi>, <bdi>{street}</bdi>, <bdi>{city}</bdi>
    </span>
  );
}

function fillIn(event: FormEvent, formId: string, address: Address) {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  for (const [name, value] of Object.entries(address)) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement)) continue;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
