"use client";

// A link that is pressed while a form waits for its answer is followed when the answer is there.

const unanswered = new Set<Promise<boolean>>();
let lastGo = 0;

/** Delays links until `outcome` is there. When it is false, the link is not followed: the answer must be read first. */
export function delayNavigation(outcome: Promise<boolean>) {
  const known = outcome.catch(() => true);
  unanswered.add(known);
  known.then(() => unanswered.delete(known));
}

/** Whether a form still waits for its answer. */
export function isNavigationDelayed(): boolean {
  return unanswered.size > 0;
}

/** Calls `go` once every form is answered; not if one was refused or something else was pressed since. */
export async function navigateInOrder(go: () => void) {
  const turn = ++lastGo;
  const outcomes = await Promise.all(unanswered);
  if (turn === lastGo && outcomes.every(Boolean)) go();
}
