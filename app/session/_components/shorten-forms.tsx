"use client";

import { type BoxAnswer, endSession, letTimePass, replaceKey } from "@/app/session/actions";
import { navigateHard } from "@/components/session/navigation";
import { refreshPeek } from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";

const idle: BoxAnswer = { status: "idle" };

/** After a timeout the next page explains the end, once, and then tells the other tabs itself. */
function settle(answer: BoxAnswer) {
  if (answer.status === "over") return navigateHard(answer.next, { tellsTabs: answer.next === "/session?ended" });
  tellTabs();
  refreshPeek();
}

/** What visitors may do to their own session: it only ever gets shorter. */
export function ShortenForms() {
  const pass = useSessionForm<BoxAnswer>(letTimePass, idle, { settle });
  const replace = useSessionForm<BoxAnswer>(replaceKey, idle, { settle });
  const end = useSessionForm<BoxAnswer>(endSession, idle, { settle });
  const said = [pass, replace, end].map(({ answer }) => ("message" in answer ? answer.message : "")).join("");
  return (
    <div className="shorten" data-no-activity>
      <h2 className="label">Try it: these only ever shorten your own session</h2>
      <form {...pass.form}>
        <Button look="quiet" name="time" value="30 minutes" busy={pass.isPending}>
          Let 30 minutes pass
        </Button>
        <Button look="quiet" name="time" value="a day" busy={pass.isPending}>
          Let a day pass
        </Button>
      </form>
      <form {...replace.form}>
        <Button look="quiet" busy={replace.isPending}>
          Replace the key
        </Button>
      </form>
      <form {...end.form}>
        <Button look="quiet" busy={end.isPending}>
          End this session
        </Button>
      </form>
      <output className="glass-note">{said}</output>
    </div>
  );
}
