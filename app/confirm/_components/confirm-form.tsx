"use client";

import { type ConfirmAnswer, confirm } from "@/app/confirm/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

export function ConfirmForm({ next, email }: { next: string; email: string }) {
  const { answer, isPending, form } = useSessionForm<ConfirmAnswer>(
    confirm,
    { status: "idle" },
    { settle: followAnswer },
  );
  return (
    <form {...form} className="grid gap-6" noValidate>
      {"message" in answer && <Notice tone={answer.status === "sent" ? "good" : "problem"}>{answer.message}</Notice>}
      <input type="hidden" name="next" value={next} />
      {/* For password managers: which account this is about. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        error={answer.status === "invalid" ? answer.problem : undefined}
      />
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <Button busy={isPending || answer.status === "go"}>Continue</Button>
        <Button look="link" name="intent" value="link" busy={isPending || answer.status === "go"}>
          Email me a link
        </Button>
      </div>
    </form>
  );
}
