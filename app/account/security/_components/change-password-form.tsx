"use client";

import { useRef } from "react";
import { changePassword, type PasswordAnswer } from "@/app/account/security/actions";
import { NewPasswordField } from "@/components/account/new-password-field";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AppLink } from "@/components/ui/link";
import { FormNotice } from "./form-notice";

export function ChangePasswordForm({ email, isConfirmed }: { email: string; isConfirmed: boolean }) {
  const ref = useRef<HTMLFormElement>(null);
  const { answer, isPending, form } = useSessionForm<PasswordAnswer>(
    changePassword,
    { status: "idle" },
    {
      settle(answer) {
        followAnswer(answer);
        if (answer.status === "saved") ref.current?.reset();
      },
    },
  );
  const problems = answer.status === "invalid" ? answer.problems : {};
  return (
    <form {...form} ref={ref} className="grid gap-6" noValidate>
      <FormNotice answer={answer} isConfirmed={isConfirmed} />
      {/* For password managers: which account this is about. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="Current password"
        name="current"
        type="password"
        autoComplete="current-password"
        error={problems.current}
      />
      <NewPasswordField error={problems.password} />
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <Button busy={isPending || answer.status === "go"}>Change password</Button>
        <AppLink href="/forgot-password" className="button-link">
          No password, or forgotten?
        </AppLink>
      </div>
    </form>
  );
}
