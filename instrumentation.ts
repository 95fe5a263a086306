import type { Instrumentation } from "next";

/** Runs once when a server process starts, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnv } = await import("@/lib/env");
  requireEnv();
  const { printOnce } = await import("@/lib/log");
  const { isUnavailable } = await import("@/lib/unavailable-answers");
  const { speakOwnWords } = await import("@/lib/own-words");
  const { watchIncoming } = await import("@/lib/incoming");
  const { startProbe } = await import("@/lib/probe");
  const { startSending } = await import("@/lib/outbox");
  const { startSweeping } = await import("@/lib/sweeper");
  printOnce(isUnavailable);
  speakOwnWords();
  watchIncoming();
  startProbe();
  startSweeping();
  startSending();
}

/** Next calls this for each error that a page, an action or a handler threw, before it answers. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteError } = await import("@/lib/unavailable-answers");
  noteError(error, headers);
};
