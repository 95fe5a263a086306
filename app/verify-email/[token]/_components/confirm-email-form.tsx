"use client";

import { type ConfirmAnswer, confirmEmail } from "@/app/verify-email/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export function ConfirmEmailForm({ token }: { token: string }) {
  const { answer, isPending, form } = useSessionForm<ConfirmAnswer>(
    confirmEmail,
    { status: "idle" },
    { settle: followAnswer },
  );
  return (
    <form {...form} className="grid gap-6">
      {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
      <input type="hidden" name="token" value={token} />
      <Button busy={isPending || answer.status === "go"}>Confirm address</Button>
    </form>
  );
}
