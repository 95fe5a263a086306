"use client";

import { type ChallengeAnswer, confirmPayment } from "@/app/checkout/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

export function ChallengeForm({ pageKey }: { pageKey: string }) {
  const { answer, isPending, form } = useSessionForm<ChallengeAnswer>(
    confirmPayment,
    { status: "idle" },
    { settle: followAnswer },
  );
  const wrong = answer.status === "wrong" ? answer.message : undefined;
  return (
    <form {...form} className="grid gap-6" noValidate>
      {"message" in answer && !wrong && <Notice tone="problem">{answer.message}</Notice>}
      <input type="hidden" name="page" value={pageKey} />
      <Field label="Code" name="code" inputMode="numeric" autoComplete="one-time-code" error={wrong} />
      <Button busy={isPending || answer.status === "go"}>Confirm payment</Button>
    </form>
  );
}
