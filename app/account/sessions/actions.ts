"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import * as account from "@/lib/account";
import { asMember, goToConfirm } from "@/lib/actions/as-member";
import { type GoTo, goTo, isScripted } from "@/lib/actions/navigate";
import type { Refused } from "@/lib/actions/run";
import { isFreshLogin } from "@/lib/session";

const path = "/account/sessions";
/** The page that a confirmation leads back to; there the button is pressed again. */
const confirmedPath = `${path}?confirmed`;
const endSchema = z.object({ session: z.uuid() });

export type EndAnswer = { status: "idle" } | { status: "done" | "missing"; message: string } | GoTo | Refused;

// Each of these needs a fresh login, so that a stolen cookie cannot log the owner out (ASVS 7.5.2). Logging out of this
// browser needs none.

/** Ends another of the member's own sessions. Somebody else's counts as one that does not exist (ASVS 8.2.2). */
export async function endSession(_: EndAnswer, form: FormData): Promise<EndAnswer> {
  const fields = endSchema.safeParse(Object.fromEntries(form));
  const answer = await asMember(path, async (session): Promise<EndAnswer | null> => {
    const id = fields.success && fields.data.session;
    if (!id || !(await account.hasSession(session, id))) return null;
    if (id !== session.id && !(await isFreshLogin())) return goToConfirm(confirmedPath);
    const ended = await account.endOwnSession(session, id);
    return ended ? { status: "done", message: `${ended.device} is logged out.` } : null;
  });
  if (answer === null && !(await isScripted())) notFound();
  refresh();
  return answer ?? { status: "missing", message: "We could not find that session." };
}

/** Ends all of the member's sessions but this one. */
export async function endOtherSessions(_: EndAnswer, __: FormData): Promise<EndAnswer> {
  const answer = await asMember(path, async (session): Promise<EndAnswer> => {
    if (!(await isFreshLogin())) return goToConfirm(confirmedPath);
    const count = await account.endOtherSessions(session);
    return { status: "done", message: count === 1 ? "1 device was logged out." : `${count} devices were logged out.` };
  });
  refresh();
  return answer;
}

/** Ends all of the member's sessions, this one too. */
export async function endAllSessions(_: EndAnswer, __: FormData): Promise<EndAnswer> {
  return asMember(path, async (session) => {
    if ((await account.hasOtherSessions(session)) && !(await isFreshLogin())) return goToConfirm(confirmedPath);
    await account.endAllSessions(session);
    return goTo("/");
  });
}
