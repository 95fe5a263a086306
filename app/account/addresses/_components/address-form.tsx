"use client";

import { type AddressAnswer, saveAddress } from "@/app/account/addresses/actions";
import { AddressFields } from "@/components/checkout/address-fields";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SavedAddress } from "@/lib/postal/addresses";

type AddressFormProps = {
  address: SavedAddress | null;
  /** What was typed before a timeout. */
  begun: Record<string, string> | null;
};

/** Adds an address, or changes the one it is given. */
export function AddressForm({ address, begun }: AddressFormProps) {
  const { answer, isPending, form } = useSessionForm<AddressAnswer>(
    saveAddress,
    { status: "idle" },
    { settle: followAnswer },
  );
  const typed = ("typed" in answer && answer.typed) || { ...address, ...begun };
  return (
    <form {...form} className="grid max-w-2xl gap-5" noValidate>
      {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
      {address && <input type="hidden" name="id" value={address.id} />}
      <AddressFields typed={typed} problems={answer.status === "invalid" ? answer.problems : {}} />
      <Button busy={isPending || answer.status === "go"} className="justify-self-start">
        {address ? "Save changes" : "Add address"}
      </Button>
    </form>
  );
}
