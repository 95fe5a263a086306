import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { days } from "@/lib/format/duration";
import { logError } from "@/lib/log";
import { withSmtpOptions } from "./smtp-url";

// Sends mail through SMTP_URL, or without it into the demo's mailbox on disk.

export type Mail = { to: string; subject: string; text: string; html: string };

/** A mail as the mailbox keeps it. `id` sorts by time. */
export type KeptMail = Mail & { id: string; at: string; from: string };

/**
 * Sends a mail. Null when it was sent; otherwise the problem as a code, without the address, which is logged. Never
 * throws: lib/mail/outbox.ts tries again.
 */
export async function sendMail(mail: Mail): Promise<string | null> {
  try {
    await (env().SMTP_URL ? deliver(mail) : keep(mail));
    return null;
  } catch (error) {
    const problem = nameOf(error);
    logError("A mail could not be sent", problem);
    return problem;
  }
}

let transport: Transporter | undefined;

async function deliver(mail: Mail) {
  transport ??= createTransport(withSmtpOptions(env().SMTP_URL ?? ""));
  // As an object: a text that holds commas would be several addresses to nodemailer.
  await transport.sendMail({ ...mail, to: { name: "", address: mail.to }, from: env().MAIL_FROM });
}

/** Writes a new file and renames it, so that nobody reads half a mail. Only the shop's own user may read it: its links log in. */
async function keep(mail: Mail) {
  const folder = env().MAIL_FOLDER;
  const at = new Date().toISOString();
  const id = `${at.replace(/\D/g, "")}-${randomBytes(6).toString("hex")}`;
  const kept: KeptMail = { id, at, from: env().MAIL_FROM, ...mail };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(/* turbopackIgnore: true */ folder, `${id}.json`);
  await writeFile(`${path}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 });
  await rename(`${path}.new`, path);
  await deleteOldMails();
}

/** Short, since links in mails open orders and accounts. */
const KEPT_MS = days(1);

/** Deletes kept mails that are older than a day. Runs with every kept mail and every sweep. */
export async function deleteOldMails(): Promise<void> {
  const folder = env().MAIL_FOLDER;
  const oldest = new Date(Date.now() - KEPT_MS).toISOString().replace(/\D/g, "");
  const old = (await readdir(/* turbopackIgnore: true */ folder).catch(() => [])).filter(
    (name) => /^\d{17}-[0-9a-f]{12}\.json(\.new)?$/.test(name) && name < oldest,
  );
  for (const name of old) await rm(join(/* turbopackIgnore: true */ folder, name), { force: true });
}

/** Only the code of an SMTP error, since its text quotes the address. */
function nameOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code ?? "unknown", responseCode].filter(Boolean).join(" ");
}
