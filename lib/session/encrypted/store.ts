import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { timeouts } from "@/lib/session/policy";
import type { Hash } from "@/lib/session/token";
import { decrypt, encrypt, type Purpose } from "./crypto";

// The encrypted entries of a session's row: one for each purpose, with when it was kept, by the database's clock.

type Entry = { keptAt: string; waits?: true };
type Entries = Record<string, Entry>;

/** How many drafts a session keeps; the one that was changed longest ago gives way. */
const MAX_DRAFTS = 10;

type Options = {
  /** The peek says that something waits to be put back (`hasDraft`). */
  waits?: boolean;
};

/**
 * Keeps a value for one purpose. False, and nothing is kept, when the session ended otherwise than by a timeout or its
 * account was deleted: nothing may be left behind by somebody who is gone. A caller who does not hold the row of the
 * session or its user calls `changeEncrypted`.
 */
export async function writeEncrypted(
  id: string,
  purpose: Purpose,
  value: unknown,
  db: Transaction,
  { waits = false }: Options = {},
): Promise<boolean> {
  const entry = JSON.stringify({ ...(await encrypt(id, purpose, value)), ...(waits && { waits }) });
  const written = await askDatabase(
    () => db.$executeRaw`
      UPDATE "Session" s
      SET sealed = sealed || jsonb_build_object(${purpose}::text, ${entry}::jsonb || jsonb_build_object('keptAt', now()))
      WHERE id = ${id}::uuid AND ("endReason" IS NULL OR "endReason"::text = ANY(${[...timeouts]}))
        AND NOT EXISTS (SELECT FROM "User" u WHERE u.id = s."userId" AND u."deletedAt" IS NOT NULL)`,
  );
  return written === 1;
}

/**
 * Replaces what is kept for one purpose by what `change` makes of it, under the row's lock: two tabs that change different
 * parts both keep theirs, and the account is not deleted between the look and the write. False as in `writeEncrypted`.
 */
export async function changeEncrypted(
  id: string,
  purpose: Purpose,
  change: (before: unknown) => unknown,
  options?: Options,
): Promise<boolean> {
  return transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ jwe: unknown }[]>`
      SELECT sealed->${purpose} AS jwe FROM "Session" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const before = row?.jwe ? await decrypt(id, purpose, row.jwe) : null;
    const isKept = await writeEncrypted(id, purpose, change(before), tx, options);
    if (isKept) await removeOldDrafts(tx, id);
    return isKept;
  });
}

async function removeOldDrafts(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Session" SET sealed = sealed - ARRAY(
      SELECT key FROM jsonb_each(sealed) WHERE key LIKE 'draft:%'
      ORDER BY (value->>'keptAt')::timestamptz DESC OFFSET ${MAX_DRAFTS})
    WHERE id = ${id}::uuid
      AND (SELECT count(*) FROM jsonb_object_keys(sealed) AS key WHERE key LIKE 'draft:%') > ${MAX_DRAFTS}`;
}

/** What is kept for one purpose; null when there is nothing or it cannot be decrypted. */
export async function readEncrypted(id: string, purpose: Purpose): Promise<unknown> {
  const rows = await askDatabase(
    () =>
      prisma().$queryRaw<{ jwe: unknown }[]>`SELECT sealed->${purpose} AS jwe FROM "Session" WHERE id = ${id}::uuid`,
  );
  return rows[0]?.jwe ? decrypt(id, purpose, rows[0].jwe) : null;
}

/** Takes entries out, so that each is given once however many tabs ask; null for one that is older than its `within`. */
export async function takeEncrypted(id: string, wanted: { purpose: Purpose; within: number }[]): Promise<unknown[]> {
  const purposes = wanted.map(({ purpose }) => purpose);
  const [taken] = await askDatabase(
    () => prisma().$queryRaw<{ sealed: Entries; now: Date }[]>`
      UPDATE "Session" s SET sealed = s.sealed - ${purposes}::text[]
      FROM (SELECT sealed FROM "Session" WHERE id = ${id}::uuid FOR UPDATE) kept
      WHERE s.id = ${id}::uuid AND kept.sealed ?| ${purposes}::text[]
      RETURNING kept.sealed, now() AS now`,
  );
  return Promise.all(
    wanted.map(async ({ purpose, within }) => {
      const entry = taken?.sealed[purpose];
      const isTimely = entry && taken.now.getTime() - Date.parse(entry.keptAt) < within;
      return isTimely ? decrypt(id, purpose, entry) : null;
    }),
  );
}

/** Forgets what a session keeps for these purposes. */
export async function removeEncrypted(id: string, purposes: Purpose[]): Promise<void> {
  await askDatabase(
    () => prisma().$executeRaw`UPDATE "Session" SET sealed = sealed - ${purposes}::text[] WHERE id = ${id}::uuid`,
  );
}

/** Forgets whatever a user's sessions keep. */
export async function forgetEncrypted(tx: Transaction, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId }, data: { sealed: {} } });
}

/**
 * Moves what a session that ended by a timeout keeps into the login that comes with its cookie, if it was the same user's
 * or a guest's: after a timeout nothing typed is lost (WCAG 2.2 SC 2.2.5). Encrypted anew, since an entry is bound to its
 * session; when it was kept stays the same. What the old session knew of its browser stays there.
 */
export async function carryEncrypted(
  tx: Transaction,
  presented: Hash,
  { id, userId }: { id: string; userId: string | null },
): Promise<void> {
  const [ended] = await tx.$queryRaw<{ id: string; sealed: Entries }[]>`
    UPDATE "Session" SET sealed = jsonb_strip_nulls(jsonb_build_object('client', sealed->'client')) FROM (
      SELECT id AS "oldId", sealed - 'client' AS before FROM "Session"
      WHERE "tokenHash" = ${presented} AND "endReason"::text = ANY(${[...timeouts]})
        AND ("userId" IS NULL OR "userId" = ${userId}::uuid) FOR UPDATE
    ) old WHERE id = old."oldId" RETURNING id, old.before AS sealed`;
  const carried: Entries = {};
  for (const [name, { keptAt, waits, ...jwe }] of Object.entries(ended?.sealed ?? {})) {
    const purpose = name as Purpose;
    const value = ended && (await decrypt(ended.id, purpose, jwe));
    if (value) carried[purpose] = { ...(await encrypt(id, purpose, value)), keptAt, ...(waits && { waits }) };
  }
  if (Object.keys(carried).length > 0)
    await tx.$executeRaw`
      UPDATE "Session" SET sealed = sealed || ${JSON.stringify(carried)}::jsonb WHERE id = ${id}::uuid`;
}
