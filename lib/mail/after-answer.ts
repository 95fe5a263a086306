import { after } from "next/server";
import { logError } from "@/lib/log";
import { sendQueued, wakeSender } from "./outbox";

/** Runs `work` after the answer was sent, and sends the mail whose id it returns, so that nobody waits for a mail server. */
export function mailAfterAnswer(work: () => Promise<string | null>): void {
  after(async () => {
    try {
      const id = await work();
      if (id) await sendQueued(id);
      wakeSender();
    } catch (error) {
      logError("A mail waits", error);
    }
  });
}
