import { askDatabase, prisma, transaction } from "@/lib/db";
import type { MemberSession } from "@/lib/session";
import { recordEvent } from "@/lib/session/events/record";
import { mailAfterAnswer } from "./after-answer";

// What support and an order's page see of the mails in lib/mail/outbox.ts.

export type MailState = "sent" | "waiting" | "failing" | "set aside";

export type QueuedMail = {
  id: string;
  kind: string;
  orderNumber: string | null;
  createdAt: Date;
  tries: number;
  problem: string | null;
  state: MailState;
};

type Row = Omit<QueuedMail, "state"> & { sentAt: Date | null; setAsideAt: Date | null };

const shown = {
  id: true,
  kind: true,
  orderNumber: true,
  createdAt: true,
  tries: true,
  problem: true,
  sentAt: true,
  setAsideAt: true,
};

function withState({ sentAt, setAsideAt, ...mail }: Row): QueuedMail {
  const state = sentAt ? "sent" : setAsideAt ? "set aside" : mail.problem ? "failing" : "waiting";
  return { ...mail, state };
}

/** Returns the state of an order's mail; null when it was deleted since. Throws Unavailable. */
export async function readOrderMailState(orderNumber: string): Promise<MailState | null> {
  const row = await askDatabase(() =>
    prisma().mail.findFirst({ where: { orderNumber }, select: shown, orderBy: { createdAt: "desc" } }),
  );
  return row && withState(row).state;
}

const SHOWN = 100;

/** Lists the mails of an order, or with "" all that could not be sent, the latest first. Throws Unavailable. */
export async function listQueuedMails(orderNumber: string): Promise<QueuedMail[]> {
  const where = orderNumber ? { orderNumber } : { sentAt: null, problem: { not: null } };
  const rows = await askDatabase(() =>
    prisma().mail.findMany({ where, select: shown, orderBy: { createdAt: "desc" }, take: SHOWN }),
  );
  return rows.map(withState);
}

/** Counts the mails that were set aside: nobody got them. Throws Unavailable. */
export async function countSetAside(): Promise<number> {
  return askDatabase(() => prisma().mail.count({ where: { setAsideAt: { not: null } } }));
}

/** Sends a mail again. False when it was deleted or its link no longer works. */
export async function sendMailAgain(staff: MemberSession, id: string): Promise<boolean> {
  const isQueued = await transaction(async (tx) => {
    const queued = await tx.$executeRaw`
      UPDATE "Mail" SET "dueAt" = now() + interval '1 minute', "sentAt" = NULL, "setAsideAt" = NULL, problem = NULL, tries = 1
      WHERE id = ${id}::uuid AND coalesce("uselessAt" > now(), true)`;
    const detail = { by: staff.userId, mail: id };
    if (queued > 0) await recordEvent(tx, { sessionId: staff.id, type: "mail sent again by staff", detail });
    return queued > 0;
  });
  if (isQueued) mailAfterAnswer(async () => id);
  return isQueued;
}
