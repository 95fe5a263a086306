"use client";

import { type RegisterAnswer, register } from "@/app/register/actions";
import { NewPasswordField } from "@/components/account/new-password-field";
import { followLogin } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

export function RegisterForm({ next }: { next: string }) {
  const { answer, isPending, form } = useSessionForm<RegisterAnswer>(
    register,
    { status: "idle" },
    { settle: followLogin },
  );
  const problems = answer.status === "invalid" ? answer.problems : {};
  const typed = "typed" in answer ? answer.typed : undefined;
  return (
    <form {...form} className="grid gap-6" noValidate>
      {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
      <input type="hidden" name="next" value={next} />
      <Field label="Name" name="name" autoComplete="name" defaultValue={typed?.name} error={problems.name} />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={typed?.email}
        error={problems.email}
      />
      <NewPasswordField label="Password" error={problems.password} />
      <Button busy={isPending || answer.status === "entered"}>Create account</Button>
    </form>
  );
}
