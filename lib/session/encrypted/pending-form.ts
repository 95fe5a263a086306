import "server-only";
import { z } from "zod";
import type { MemberSession } from "@/lib/session";
import { TryAgain } from "@/lib/session/errors";
import { freshFor } from "@/lib/session/policy";
import { keepEncrypted, takeEncrypted } from "./store";

// A form whose sender must confirm who they are first: kept under seal while they do, and filled in again afterwards.

/** Which form of a page, and what was typed into it. Never a password. */
export type PendingForm = { form: string; fields: Record<string, string> };

const pendingSchema = z.object({ form: z.string(), fields: z.record(z.string(), z.string()) });

/** Keeps a form; a newer one takes its place. Throws TryAgain when the session or its account is gone, and Unavailable. */
export async function keepForm({ id }: MemberSession, form: PendingForm): Promise<void> {
  if (!(await keepEncrypted(id, "confirm", form))) throw new TryAgain("The session ended meanwhile");
}

/** Hands the kept form out, once, and only as long as a confirmation counts as fresh; null otherwise. */
export async function takeForm({ id }: MemberSession): Promise<PendingForm | null> {
  const kept = pendingSchema.safeParse(await takeEncrypted(id, "confirm", freshFor));
  return kept.success ? kept.data : null;
}
