"use client";

import { type ForgotAnswer, forgotPassword } from "@/app/forgot-password/actions";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

export function ForgotPasswordForm() {
  const { answer, isPending, form } = useSessionForm<ForgotAnswer>(forgotPassword, { status: "idle" });
  return (
    <form {...form} className="grid gap-6" noValidate>
      {"message" in answer && <Notice tone={answer.status === "sent" ? "good" : "problem"}>{answer.message}</Notice>}
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={"typed" in answer ? answer.typed?.email : undefined}
        error={answer.status === "invalid" ? answer.problems.email : undefined}
      />
      <Button busy={isPending}>Email me a link</Button>
    </form>
  );
}
