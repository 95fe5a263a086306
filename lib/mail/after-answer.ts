import { after } from "next/server";
import { logError } from "@/lib/log";
import { sendQueued, wakeSender } from "./outbox";

/** Runs `work`, which may queue a mail, once the answer is out, and sends that. Nobody waits for a mail server. */
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
