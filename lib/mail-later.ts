import { after } from "next/server";
import { logError } from "@/lib/log";

/** Runs what looks things up and mails once the answer is out: nobody waits for a mail server. A failure is logged. */
export function mailLater(work: () => Promise<unknown>): void {
  after(() => work().catch((error) => logError("A mail was not sent", error)));
}
