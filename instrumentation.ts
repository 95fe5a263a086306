/** Runs once when a server process starts, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnv } = await import("@/lib/env");
  requireEnv();
  const { speakOwnWords } = await import("@/lib/own-words");
  const { watchIncoming } = await import("@/lib/incoming");
  const { startProbe } = await import("@/lib/probe");
  const { startSending } = await import("@/lib/outbox");
  const { startSweeping } = await import("@/lib/sweeper");
  speakOwnWords();
  watchIncoming();
  startProbe();
  startSweeping();
  startSending();
}
