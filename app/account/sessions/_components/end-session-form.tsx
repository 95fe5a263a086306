"use client";

import type { ReactNode } from "react";
import { type EndAnswer, endAllSessions, endOtherSessions, endSession } from "@/app/account/sessions/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

const initial: EndAnswer = { status: "idle" };

/** The form around the list of sessions; each button names its session. The result is told below the list, since the item is gone. */
export function EndSessionForm({ children }: { children: ReactNode }) {
  const { answer, form } = useSessionForm<EndAnswer>(endSession, initial, { settle: followAnswer });
  return (
    <form {...form}>
      {children}
      <EndNotice answer={answer} />
    </form>
  );
}

/** Ends all other sessions, or all. */
export function EndSessionsForms({ hasOthers }: { hasOthers: boolean }) {
  const others = useSessionForm<EndAnswer>(endOtherSessions, initial, { settle: followAnswer });
  const all = useSessionForm<EndAnswer>(endAllSessions, initial, { settle: followAnswer });
  const answer = all.answer.status === "idle" ? others.answer : all.answer;
  return (
    <div className="mt-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {hasOthers && (
          <form {...others.form}>
            <Button busy={others.isPending}>Log out everywhere else</Button>
          </form>
        )}
        <form {...all.form}>
          <Button look="link" busy={all.isPending || all.answer.status === "go"} className="py-3">
            Log out everywhere
          </Button>
        </form>
      </div>
      <EndNotice answer={answer} />
    </div>
  );
}

function EndNotice({ answer }: { answer: { status: string; message?: string } }) {
  if (!answer.message) return null;
  return (
    <Notice tone={answer.status === "done" ? "good" : "problem"} className="mt-6">
      {answer.message}
    </Notice>
  );
}
