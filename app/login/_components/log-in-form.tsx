"use client";

import { type LogInAnswer, logIn } from "@/app/login/actions";
import { followLogin } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { DemoPeople } from "@/lib/demo";

type LogInFormProps = {
  next: string;
  demoPeople: DemoPeople | null;
  /** What "Keep me logged in" means, in the policy's numbers. */
  rememberHint: string;
};

export function LogInForm({ next, demoPeople, rememberHint }: LogInFormProps) {
  const { answer, isPending, form } = useSessionForm<LogInAnswer>(logIn, { status: "idle" }, { settle: followLogin });
  const problems = answer.status === "invalid" ? answer.problems : {};
  const typed = "typed" in answer ? answer.typed : undefined;
  const isEntering = isPending || answer.status === "entered";
  return (
    <form {...form} className="grid gap-6" noValidate>
      {"message" in answer && <Notice tone={answer.status === "sent" ? "good" : "problem"}>{answer.message}</Notice>}
      <input type="hidden" name="next" value={next} />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={typed?.email}
        error={problems.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        error={problems.password}
      />
      <Checkbox label="Keep me logged in" name="remembered" hint={rememberHint} />
      <Button busy={isEntering}>Log in</Button>
      <div className="flex flex-wrap justify-between gap-x-8 gap-y-3">
        <AppLink href="/forgot-password" className="button-link">
          Forgot your password?
        </AppLink>
        <Button look="link" name="intent" value="link" busy={isEntering}>
          Email me a link
        </Button>
      </div>
      {demoPeople && <DemoHint {...demoPeople} />}
    </form>
  );
}

function DemoHint({ password, people }: DemoPeople) {
  return (
    <div className="text-sm text-soft">
      <p>This is a demo. Log in as</p>
      <ul>
        {people.map(({ email, role }) => (
          <li key={email}>
            <code>{email}</code> ({role})
          </li>
        ))}
      </ul>
      <p>
        with the password <code>{password}</code>
      </p>
    </div>
  );
}
