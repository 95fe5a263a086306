import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { KeptMail } from "@/lib/mail/send";
import { sql } from "./database";

// What the shop mails to a test's own addresses, read from the demo's mailbox on disk.

const folder = process.env.MAIL_FOLDER ?? ".data/mail";

/** All mails to an address, the first first. */
export async function mailsTo(email: string): Promise<KeptMail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  const mails = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))));
  return mails.filter((mail: KeptMail) => mail.to === email);
}

/** Waits for the `nth` mail to an address with this subject. */
export async function mailTo(email: string, subject: string, nth = 1): Promise<KeptMail> {
  const found = async () => (await mailsTo(email)).filter((mail) => mail.subject === subject);
  await expect.poll(async () => (await found()).length, `mails "${subject}"`).toBeGreaterThanOrEqual(nth);
  const mail = (await found())[nth - 1];
  if (!mail) throw new Error("The mail is gone again");
  return mail;
}

/** The path of the one link in a mail, with what it asks for. */
export function linkIn({ text }: { text?: string }): string {
  const [url = ""] = text?.match(/https?:\/\/\S+/) ?? [];
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Moves a user's links back in time. */
export async function ageLinks(userId: string, minutes: number) {
  await sql(`UPDATE "MailToken" SET "createdAt" = "createdAt" - $2 * interval '1 minute' WHERE "userId" = $1`, [
    userId,
    minutes,
  ]);
}

/** Which of a user's links were used, by purpose. */
export async function usedLinks(userId: string): Promise<{ purpose: string; isUsed: boolean }[]> {
  return sql(
    `SELECT purpose, "usedAt" IS NOT NULL AS "isUsed" FROM "MailToken" WHERE "userId" = $1 ORDER BY "createdAt"`,
    [userId],
  );
}
