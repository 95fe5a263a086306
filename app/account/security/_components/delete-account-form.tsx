"use client";

import { type DeleteAnswer, deleteAccount } from "@/app/account/security/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FormNotice } from "./form-notice";

export function DeleteAccountForm({ isConfirmed }: { isConfirmed: boolean }) {
  const { answer, isPending, form } = useSessionForm<DeleteAnswer>(
    deleteAccount,
    { status: "idle" },
    { settle: followAnswer },
  );
  return (
    <form {...form} className="grid gap-4">
      <FormNotice answer={answer} isConfirmed={isConfirmed} />
      <Checkbox
        label="Delete my account for good"
        name="sure"
        hint="Your name, your address and your cart are erased, and every device is logged out. This cannot be undone."
      />
      <Button look="quiet" busy={isPending || answer.status === "go"} className="justify-self-start">
        Delete my account
      </Button>
    </form>
  );
}
