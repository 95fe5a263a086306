"use client";

import { type DeleteAnswer, deleteAccount } from "@/app/account/security/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { deleteAccountForm as words } from "@/words/account";
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
      <Checkbox label={words.sure} name="sure" hint={words.sureHint} />
      <Button look="quiet" busy={isPending || answer.status === "go"} className="justify-self-start">
        {words.remove}
      </Button>
    </form>
  );
}
