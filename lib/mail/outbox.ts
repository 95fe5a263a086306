import { randomUUID } from "node:crypto";
import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { days, minutes } from "@/lib/format/duration";
import { logError } from "@/lib/log";
import { decrypt, encrypt } from "@/lib/session/encrypted/crypto";
import { type Mail, sendMail } from "./send";

// The outbox: a mail is written, encrypted, in the transaction of what it tells, and sent at least once
// (docs/decisions/0029). What support sees of it: lib/mail/outbox-support.ts.

export type MailKind = "order" | "link" | "password changed" | "address changed";

/**
 * How long after each try the next one may begin. For that long the mail belongs to the instance that tries; if it dies,
 * another one tries next. After the last try the mail is set aside.
 */
const pauses = [minutes(1), minutes(5), minutes(30), minutes(120), minutes(360), minutes(720), minutes(1440)];

/** How long mails are kept, so that support can look at them and send an order's mail again. */
export const keepMails = days(30);

type Queueing = {
  kind: MailKind;
  orderNumber?: string;
  /** How long the mail is of use, in milliseconds: as long as the link in it works. */
  worksFor?: number;
};

/**
 * Queues a mail in the caller's transaction and returns its id. After the commit the caller sends it by `sendQueued`; if
 * it is not sent within a minute, any instance sends it.
 */
export async function queueMail(tx: Transaction, mail: Mail, about: Queueing): Promise<string> {
  const { kind, orderNumber = null, worksFor = null } = about;
  const id = randomUUID();
  const sealed = JSON.stringify(await encrypt(id, "mail", mail));
  await tx.$executeRaw`
    INSERT INTO "Mail" (id, kind, "orderNumber", sealed, tries, "dueAt", "uselessAt")
    VALUES (${id}::uuid, ${kind}, ${orderNumber}, ${sealed}::jsonb, 1, now() + ${pauses[0]} * interval '1 ms',
      now() + ${worksFor}::float * interval '1 ms')`;
  return id;
}

type Row = { id: string; kind: string; sealed: unknown; tries: number; isUseless: boolean };

/** Sends a mail that the caller has just queued. False when that failed: it is tried again later. Throws Unavailable. */
export async function sendQueued(id: string): Promise<boolean> {
  const [row] = await askDatabase(
    () => prisma().$queryRaw<Row[]>`
      SELECT id, kind, sealed, tries, coalesce("uselessAt" <= now(), false) AS "isUseless"
      FROM "Mail" WHERE id = ${id}::uuid AND "dueAt" IS NOT NULL`,
  );
  return row !== undefined && send(row);
}

/** Deletes a mail that the caller has queued and not sent. */
export async function forgetQueued(id: string): Promise<void> {
  await askDatabase(() => prisma().$executeRaw`DELETE FROM "Mail" WHERE id = ${id}::uuid`);
}

/** Sends all due mails, one after the other. Throws Unavailable. */
export async function sendDueMails(): Promise<void> {
  for (let row = await take(); row; row = await take()) await send(row);
}

/** Takes the mail that has been due longest. Other instances skip it while it is locked, and then it is not due. */
async function take(): Promise<Row | undefined> {
  const [row] = await askDatabase(
    () => prisma().$queryRaw<Row[]>`
      UPDATE "Mail" SET tries = tries + 1, "dueAt" = now()
        + (${pauses}::float[])[least(tries + 1, ${pauses.length}::int)] * interval '1 ms'
      WHERE id = (SELECT id FROM "Mail" WHERE "dueAt" <= now() ORDER BY "dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, kind, sealed, tries, coalesce("uselessAt" <= now(), false) AS "isUseless"`,
  );
  return row;
}

/** A final refusal, of this recipient or this text: trying again does not help. */
const REFUSED = /^(EENVELOPE|EMESSAGE) 5\d\d$/;

async function send({ id, kind, sealed, tries, isUseless }: Row): Promise<boolean> {
  const mail = (await decrypt(id, "mail", sealed)) as Mail | null;
  const problem = isUseless ? "too late" : mail ? await sendMail(mail) : "sealed with a key that is gone";
  if (problem === null) await markSent(id, kind);
  else if (isUseless || !mail || REFUSED.test(problem) || tries >= pauses.length) await setAside(id, kind, problem);
  else await askDatabase(() => prisma().$executeRaw`UPDATE "Mail" SET problem = ${problem} WHERE id = ${id}::uuid`);
  return problem === null;
}

/** Keeps an order's mail for a while, so that support can send it again, and deletes others. */
async function markSent(id: string, kind: string) {
  await askDatabase(() =>
    kind === "order"
      ? prisma().$executeRaw`
          UPDATE "Mail" SET "sentAt" = now(), "dueAt" = NULL, "setAsideAt" = NULL, problem = NULL WHERE id = ${id}::uuid`
      : prisma().$executeRaw`DELETE FROM "Mail" WHERE id = ${id}::uuid`,
  );
}

async function setAside(id: string, kind: string, problem: string) {
  await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "Mail" SET "setAsideAt" = now(), "dueAt" = NULL, problem = ${problem} WHERE id = ${id}::uuid AND "dueAt" IS NOT NULL`,
  );
  logError("A mail was set aside", problem, { kind });
}

/** Deletes mails that were sent or set aside some time ago, for the sweeper: one batch. */
export async function deleteSettledMails(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Mail" WHERE id IN (
      SELECT id FROM "Mail" WHERE coalesce("sentAt", "setAsideAt") <= now() - ${keepMails} * interval '1 ms'
      LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}

// On globalThis, since Next bundles this file several times, and a process has one sender.
const shared = globalThis as { wakeSender?: () => void };

/** Makes this process's sender look for due mails now, if it has one. */
export function wakeSender(): void {
  shared.wakeSender?.();
}

/** Starts sending due mails: now, about once a minute, and whenever a mail was queued here. Never ends the process, nor keeps it alive. */
export function startSending(): void {
  let timer: NodeJS.Timeout | undefined;
  let isSending = false;
  async function turn() {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    await sendDueMails().catch((error) => logError("Mails wait", error));
    isSending = false;
    // At random, so that instances that started together do not send together.
    timer = setTimeout(turn, minutes(1) * (0.5 + Math.random())).unref();
  }
  shared.wakeSender = turn;
  void turn();
}
