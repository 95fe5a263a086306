"use client";

import { changeDetails, type DetailsAnswer } from "@/app/account/security/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormNotice } from "./form-notice";

type DetailsFormProps = { name: string; email: string; isConfirmed: boolean };

export function DetailsForm({ name, email, isConfirmed }: DetailsFormProps) {
  const { answer, isPending, form } = useSessionForm<DetailsAnswer>(
    changeDetails,
    { status: "idle" },
    { settle: followAnswer },
  );
  const problems = answer.status === "invalid" ? answer.problems : {};
  const typed = "typed" in answer && answer.typed ? answer.typed : { name, email };
  return (
    <form {...form} className="grid gap-6" noValidate>
      <FormNotice answer={answer} isConfirmed={isConfirmed} />
      <Field label="Name" name="name" autoComplete="name" defaultValue={typed.name} error={problems.name} />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={typed.email}
        error={problems.email}
      />
      <Button busy={isPending || answer.status === "go"} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}
