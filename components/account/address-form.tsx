"use client";

import { type AddressAnswer, saveAddress } from "@/app/account/addresses/actions";
import { AddressFields } from "@/components/checkout/address-fields";
import { followTo } from "@/components/session/follow-to";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SavedAddress } from "@/lib/addresses";

/** Adds an address, or changes the one it is given. */
export function AddressForm({ address }: { address: SavedAddress | null }) {
  const { answer, isPending, form } = useSessionForm<AddressAnswer>(
    saveAddress,
    { status: "idle" },
    { settle: followTo },
  );
  const typed = ("typed" in answer && answer.typed) || address || {};
  return (
    <form {...form} className="grid gap-5" noValidate>
      {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
      {address && <input type="hidden" name="id" value={address.id} />}
      <AddressFields typed={typed} problems={answer.status === "invalid" ? answer.problems : {}} />
      <Button busy={isPending || answer.status === "gone"} className="justify-self-start">
        {address ? "Save changes" : "Add address"}
      </Button>
    </form>
  );
}
