"use client";

import { type ResetAnswer, setNewPassword } from "@/app/reset-password/[token]/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { newPasswordForm as words } from "@/words/entry";
import { newPassword } from "@/words/password";

export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const { answer, isPending, form } = useSessionForm<ResetAnswer>(
    setNewPassword,
    { status: "idle" },
    { settle: followAnswer },
  );
  return (
    <form {...form} className="grid gap-6" noValidate>
      {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
      <input type="hidden" name="token" value={token} />
      {/* For password managers: which account this is about. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={newPassword.label}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={newPassword.hint}
        error={answer.status === "invalid" ? answer.problems.password : undefined}
      />
      <Button busy={isPending || answer.status === "go"}>{words.save}</Button>
    </form>
  );
}
