import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";
import type { KeptMail } from "./send";

// The demo's mailbox shows what lib/mail/send.ts keeps on disk while there is no mail server.

const ID = /^\d{17}-[0-9a-f]{12}$/;
const SHOWN = 100;

/**
 * Whether there is a mailbox to look at. Never on a real shop, since its links log in as anybody; and not with a mail
 * server, since mails kept before then are not for today's visitors.
 */
export function hasMailbox(): boolean {
  return env().DEMO === "1" && !env().SMTP_URL;
}

/** Lists the newest mails, newest first. */
export async function listKeptMails(): Promise<KeptMail[]> {
  const names = await readdir(/* turbopackIgnore: true */ env().MAIL_FOLDER).catch(() => []);
  const ids = names.map((name) => name.replace(/\.json$/, "")).filter((id) => ID.test(id));
  const newest = ids.sort().reverse().slice(0, SHOWN);
  return (await Promise.all(newest.map(readMail))).filter((mail) => mail !== null);
}

/** Returns one mail, or null. */
export async function readMail(id: string): Promise<KeptMail | null> {
  if (!ID.test(id)) return null;
  const text = await readFile(join(/* turbopackIgnore: true */ env().MAIL_FOLDER, `${id}.json`), "utf8").catch(
    () => null,
  );
  return text === null ? null : JSON.parse(text);
}
