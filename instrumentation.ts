import type { Instrumentation } from "next";

/** Runs once when a server process starts, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnv } = await import("@/lib/env");
  requireEnv();
  const { printOnce } = await import("@/lib/log");
  const { isUnavailable } = await import("@/lib/http/unavailable-answers");
  const { setOwnMessages } = await import("@/lib/input/own-words");
  const { watchIncoming } = await import("@/lib/http/incoming");
  const { startProbe } = await import("@/lib/db/health-probe");
  const { startSending } = await import("@/lib/mail/outbox");
  const { startSweeping } = await import("@/lib/sweeper");
  printOnce(isUnavailable);
  setOwnMessages();
  watchIncoming();
  startProbe();
  startSweeping();
  startSending();
}

/** Next calls this for each error that a page, an action or a handler threw, before it answers. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { markUnavailable } = await import("@/lib/http/unavailable-answers");
  markUnavailable(error, headers);
};
