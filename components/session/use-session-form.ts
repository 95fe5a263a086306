"use client";

import { type FormEvent, startTransition, useActionState, useState } from "react";
import { offline as message } from "@/words/session";
import { takeTurn } from "./tabs";

type Offline = { status: "unavailable"; message: string };

const offline: Offline = { status: "unavailable", message };

type Options<Answer> = {
  /** Sends the form where the page has a script; by default that calls the action. */
  request?: (form: FormData) => Promise<Answer>;
  /** Runs as soon as the form is sent. */
  send?: (form: FormData, answered: Promise<Answer | Offline>) => void;
  /** Runs when the answer is in. */
  settle?: (answer: Answer | Offline) => void;
};

/**
 * A form whose action may write the session cookie. With JavaScript it is sent in turn with the other tabs and keeps
 * what was typed; without, the browser posts it and the server answers with the page.
 */
export function useSessionForm<Answer>(
  action: (previous: Awaited<Answer>, form: FormData) => Promise<Answer>,
  initial: Awaited<Answer>,
  { request = (form) => action(initial, form), send, settle }: Options<Answer> = {},
) {
  const [posted, formAction] = useActionState(action, initial);
  const [answer, setAnswer] = useState<Answer | Offline>(posted);
  const [isPending, setPending] = useState(false);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    setPending(true);
    const answered = takeTurn(() => request(form)).catch(() => offline);
    send?.(form, answered);
    startTransition(async () => {
      const next = await answered;
      settle?.(next);
      startTransition(() => {
        setAnswer(next);
        setPending(false);
      });
    });
  }

  return { answer, isPending, form: { action: formAction, onSubmit } };
}
