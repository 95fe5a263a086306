"use client";

import { type LinkAnswer, logInByLink } from "@/app/login/link/[token]/actions";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { enterAt } from "./enter-at";

export function LogInByLinkForm({ token }: { token: string }) {
  const { answer, isPending, form } = useSessionForm<LinkAnswer>(logInByLink, { status: "idle" }, { settle: enterAt });
  return (
    <form {...form} className="grid gap-6">
      {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
      <input type="hidden" name="token" value={token} />
      <Button busy={isPending || answer.status === "entered"}>Log in</Button>
    </form>
  );
}
