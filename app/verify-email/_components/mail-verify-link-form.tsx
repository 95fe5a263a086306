"use client";

import { mailVerifyLink, type SendAnswer } from "@/app/verify-email/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export function MailVerifyLinkForm() {
  const { answer, isPending, form } = useSessionForm<SendAnswer>(
    mailVerifyLink,
    { status: "idle" },
    { settle: followAnswer },
  );
  return (
    <form {...form} className="grid gap-6">
      {"message" in answer && <Notice tone={answer.status === "sent" ? "good" : "problem"}>{answer.message}</Notice>}
      <Button busy={isPending || answer.status === "go"}>Email me a link</Button>
    </form>
  );
}
