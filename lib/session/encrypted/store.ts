import { z } from "zod";
import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { timeouts } from "@/lib/session/policy";
import type { Hash } from "@/lib/session/token";
import { decrypt, encrypt, type Purpose } from "./crypto";

// What a shopper had begun, sealed in the session: kept over a timeout, handed on to the login that follows it.

/** What was typed on one page, by field name. Never a password: the browser does not send them. */
export const draftSchema = z.object({
  path: z.string().startsWith("/").max(300),
  fields: z.record(z.string().max(100), z.string().max(4_000)).refine((fields) => Object.keys(fields).length <= 60),
});

export type Draft = z.infer<typeof draftSchema>;

/**
 * Keeps (or with null forgets) what is sealed for one purpose, and when, by the database's clock. False, and nothing is
 * kept, when the session has ended by more than a timeout or its account was deleted: nothing may be left behind by
 * somebody who is gone. Whoever does not hold the session's or its user's row calls `keepEncrypted`.
 */
export async function writeEncrypted(id: string, purpose: Purpose, value: unknown, db: Transaction): Promise<boolean> {
  const entry = value === null ? null : JSON.stringify(await encrypt(id, purpose, value));
  const written = await askDatabase(
    () => db.$executeRaw`
      UPDATE "Session" s SET sealed = CASE WHEN ${entry}::text IS NULL THEN sealed - ${purpose}
        ELSE sealed || jsonb_build_object(${purpose}::text, ${entry}::jsonb || jsonb_build_object('keptAt', now())) END
      WHERE id = ${id}::uuid AND ("endReason" IS NULL OR "endReason"::text = ANY(${[...timeouts]}))
        AND NOT EXISTS (SELECT FROM "User" u WHERE u.id = s."userId" AND u."deletedAt" IS NOT NULL)`,
  );
  return written === 1;
}

/** Takes the session's row, so that the account cannot be deleted between the look and the write, and keeps a value. */
export async function keepEncrypted(id: string, purpose: Purpose, value: unknown): Promise<boolean> {
  return transaction(async (tx) => {
    await lockSealed(tx, id, purpose);
    return writeEncrypted(id, purpose, value, tx);
  });
}

async function lockSealed(tx: Transaction, id: string, purpose: Purpose): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ jwe: unknown }[]>`
    SELECT sealed->${purpose} AS jwe FROM "Session" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return row?.jwe;
}

/** What was sealed for one purpose, opened; null when there is nothing or it cannot be opened. */
export async function readEncrypted(id: string, purpose: Purpose): Promise<unknown> {
  const rows = await askDatabase(
    () =>
      prisma().$queryRaw<{ jwe: unknown }[]>`SELECT sealed->${purpose} AS jwe FROM "Session" WHERE id = ${id}::uuid`,
  );
  return rows[0]?.jwe ? decrypt(id, purpose, rows[0].jwe) : null;
}

/**
 * Replaces what is sealed for one purpose by what `change` makes of it, under the row's lock: two tabs that fill in
 * different parts both keep theirs. What stays the same takes no lock. False when there is nobody to keep it for any more.
 */
export async function changeEncrypted(
  id: string,
  purpose: Purpose,
  change: (before: unknown) => unknown,
): Promise<boolean> {
  const known = await readEncrypted(id, purpose);
  if (JSON.stringify(change(known)) === JSON.stringify(known)) return true;
  return transaction(async (tx) => {
    const jwe = await lockSealed(tx, id, purpose);
    const before = jwe ? await decrypt(id, purpose, jwe) : null;
    return writeEncrypted(id, purpose, change(before), tx);
  });
}

/** Takes what was sealed for one purpose out, so that it is given once; null unless it was kept less than `within` ago. */
export async function takeEncrypted(id: string, purpose: Purpose, within: number): Promise<unknown> {
  const [taken] = await askDatabase(
    () => prisma().$queryRaw<{ jwe: unknown; isTimely: boolean }[]>`
      UPDATE "Session" s SET sealed = s.sealed - ${purpose}
      FROM (SELECT sealed->${purpose} AS jwe FROM "Session" WHERE id = ${id}::uuid FOR UPDATE) kept
      WHERE s.id = ${id}::uuid AND kept.jwe IS NOT NULL
      RETURNING kept.jwe, (kept.jwe->>'keptAt')::timestamptz > now() - ${within} * interval '1 ms' AS "isTimely"`,
  );
  return taken?.isTimely ? decrypt(id, purpose, taken.jwe) : null;
}

/** Forgets whatever a user's sessions remember under seal. */
export async function forgetEncrypted(tx: Transaction, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId }, data: { sealed: {} } });
}

/** Hands out the draft of one page, once, however many tabs ask. Null when there is none for it. */
export async function takeDraft(id: string, path: string): Promise<Draft["fields"] | null> {
  return transaction(async (tx) => {
    const jwe = await lockSealed(tx, id, "draft");
    const draft = draftSchema.safeParse(jwe && (await decrypt(id, "draft", jwe)));
    if (!draft.success || draft.data.path !== path) return null;
    await writeEncrypted(id, "draft", null, tx);
    return draft.data.fields;
  });
}

const CARRIED = ["draft", "checkout"] as const satisfies Purpose[];

/**
 * Moves what a session that ended by timeout remembers into the login that comes with its cookie, if it was the same
 * user's or a guest's: after a timeout nothing typed is lost (WCAG 2.2 SC 2.2.5). Sealed anew, since the seal is bound
 * to the session.
 */
export async function carryDrafts(
  tx: Transaction,
  presented: Hash,
  { id, userId }: { id: string; userId: string | null },
) {
  const [ended] = await tx.$queryRaw<{ id: string; sealed: Record<string, unknown> }[]>`
    UPDATE "Session" SET sealed = sealed - ${[...CARRIED]}::text[] FROM (
      SELECT id AS "oldId", sealed AS before FROM "Session"
      WHERE "tokenHash" = ${presented} AND "endReason"::text = ANY(${[...timeouts]})
        AND ("userId" IS NULL OR "userId" = ${userId}::uuid) FOR UPDATE
    ) old WHERE id = old."oldId" RETURNING id, old.before AS sealed`;
  for (const purpose of ended ? CARRIED : []) {
    const value = ended?.sealed[purpose] && (await decrypt(ended.id, purpose, ended.sealed[purpose]));
    if (value) await writeEncrypted(id, purpose, value, tx);
  }
}
