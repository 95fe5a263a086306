"use client";

// What was pressed first is done first: whoever goes on while a form waits for its answer goes when the answer is in.

const unanswered = new Set<Promise<boolean>>();
let lastGo = 0;

/** Lets whoever goes on wait for a form that was sent. False as its outcome: the answer has to be read first. */
export function delayNavigation(outcome: Promise<boolean>) {
  const known = outcome.catch(() => true);
  unanswered.add(known);
  known.then(() => unanswered.delete(known));
}

/** Whether a form that was sent still waits for its answer. */
export function isNavigationDelayed(): boolean {
  return unanswered.size > 0;
}

/** Calls `go` once every form is answered; not when one was refused, nor when something else was pressed since. */
export async function navigateInOrder(go: () => void) {
  const turn = ++lastGo;
  const outcomes = await Promise.all(unanswered);
  if (turn === lastGo && outcomes.every(Boolean)) go();
}
