"use client";

import { type ResetAnswer, setNewPassword } from "@/app/reset-password/[token]/actions";
import { NewPasswordField } from "@/components/account/new-password-field";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

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
      <NewPasswordField error={answer.status === "invalid" ? answer.problems.password : undefined} />
      <Button busy={isPending || answer.status === "go"}>Save password</Button>
    </form>
  );
}
