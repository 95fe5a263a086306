"use client";

import { type LinkAnswer, logInByLink } from "@/app/login/link/[token]/actions";
import { followLogin } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";

type LogInByLinkFormProps = { token: string; next: string; rememberHint: string };

export function LogInByLinkForm({ token, next, rememberHint }: LogInByLinkFormProps) {
  const { answer, isPending, form } = useSessionForm<LinkAnswer>(
    logInByLink,
    { status: "idle" },
    { settle: followLogin },
  );
  return (
    <form {...form} className="grid gap-6">
      {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={next} />
      <Checkbox label="Keep me logged in" name="remembered" hint={rememberHint} />
      <Button busy={isPending || answer.status === "entered"}>Log in</Button>
    </form>
  );
}
