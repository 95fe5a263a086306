"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { saveFormDraft } from "./form-draft";
import { isOutdatedBuildError, reloadOnce } from "./outdated-build";
import { takeTurn } from "./tabs";

type Unanswered = { status: "unavailable"; message: string };

type Options<Answer> = {
  /** How to send the form with JavaScript; by default by calling the action. */
  request?: (form: FormData) => Promise<Answer>;
  /** Runs as soon as the form is sent. */
  send?: (form: FormData, answered: Promise<Answer | Unanswered>) => void;
  /** Runs when the answer is in. */
  settle?: (answer: Answer | Unanswered) => void;
};

/**
 * A form whose action may write the session cookie. With JavaScript it waits for its turn among the tabs and keeps what was
 * typed. Without, the browser posts it and the server answers with the page.
 */
export function useSessionForm<Answer extends { status: string }>(
  action: (previous: Awaited<Answer>, form: FormData) => Promise<Answer>,
  initial: Awaited<Answer>,
  { request = (form) => action(initial, form), send, settle }: Options<Answer> = {},
) {
  const [posted, formAction] = useActionState(action, initial);
  const [answer, setAnswer] = useState<Answer | Unanswered>(posted);
  const [isPending, setPending] = useState(false);
  const sent = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (answer.status !== "idle" && sent.current) showProblem(sent.current);
  }, [answer]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    sent.current = event.currentTarget;
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    setPending(true);
    const answered = takeTurn(() => request(form)).catch(explainFailure);
    send?.(form, answered);
    startTransition(async () => {
      const next = await answered;
      // The next step is a login; the page after it puts this back.
      if (next.status === "ended") saveFormDraft();
      settle?.(next);
      startTransition(() => {
        setAnswer(next);
        setPending(false);
      });
    });
  }

  return { answer, isPending, form: { action: formAction, onSubmit } };
}

/** Says why there is no answer: the page is older than the server, the connection is lost, or the server failed. */
function explainFailure(error: unknown): Unanswered {
  const isOld = isOutdatedBuildError(error);
  if (isOld) reloadOnce();
  return {
    status: "unavailable",
    message: isOld
      ? "The shop was renewed while this page was open, and nothing was sent. Please reload the page."
      : error instanceof TypeError
        ? "We cannot reach the shop just now. Please try again."
        : "That did not work, and the fault is ours. Please try again in a moment.",
  };
}

/**
 * Moves the focus to the first wrong field, so that a screen reader reads its problem; a field that has the focus already
 * loses it first. If no field is wrong, scrolls to the message.
 */
function showProblem(form: HTMLFormElement) {
  const field = form.querySelector<HTMLElement>("[aria-invalid=true]");
  field?.blur();
  field?.focus();
  if (!field) form.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
}
