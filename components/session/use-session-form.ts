"use client";

import { type FormEvent, startTransition, useActionState, useState } from "react";
import { offline as message } from "@/words/session";
import { takeTurn } from "./tabs";

type Offline = { status: "unavailable"; message: string };

const offline: Offline = { status: "unavailable", message };

/**
 * A form whose action may write the session cookie. With JavaScript it is sent in turn with the other tabs and keeps
 * what was typed; without, the browser posts it and the server answers with the page. `send` runs at once, `settle`
 * when the answer is in.
 */
export function useSessionForm<Answer>(
  action: (previous: Awaited<Answer>, form: FormData) => Promise<Answer>,
  initial: Awaited<Answer>,
  on: { send?: (form: FormData) => void; settle?: (answer: Answer | Offline) => void } = {},
) {
  const [posted, formAction] = useActionState(action, initial);
  const [answer, setAnswer] = useState<Answer | Offline>(posted);
  const [isPending, setPending] = useState(false);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    setPending(true);
    on.send?.(form);
    startTransition(async () => {
      const next = await takeTurn(() => action(initial, form)).catch(() => offline);
      on.settle?.(next);
      startTransition(() => {
        setAnswer(next);
        setPending(false);
      });
    });
  }

  return { answer, isPending, form: { action: formAction, onSubmit } };
}
