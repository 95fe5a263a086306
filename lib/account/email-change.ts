import "server-only";
import { transaction } from "@/lib/db";
import { normaliseEmail } from "@/lib/input/email-address";
import { mailAfterAnswer } from "@/lib/mail/after-answer";
import { queueMail, sendQueued } from "@/lib/mail/outbox";
import { deleteAddresses } from "@/lib/postal/addresses";
import { handOverToken, type MemberSession, rotateToken } from "@/lib/session";
import { endSessionsOf } from "@/lib/session/end";
import { recordEvent } from "@/lib/session/events/record";
import * as users from "@/lib/users";
import { queueLink, verifyEmail } from "./links";
import { createMailToken, discardMailTokens, useMailToken, wayBackLifetime } from "./mail-tokens";
import * as mails from "./mails";

// An account's address lets in, since login links go there: changing it is changing an authenticator (ASVS 7.4.3). Why so:
// docs/decisions/0036-changed-address-can-be-restored.md.

/** Mails a link to the address that the account is to have; until it is used nothing changes. False when it could not be sent yet. */
export async function requestEmailChange(userId: string, newEmail: string): Promise<boolean> {
  const user = await users.readOwner(userId);
  if (!user) return false;
  const to = { ...user, email: normaliseEmail(newEmail), emailVerifiedAt: null };
  return sendQueued(await queueLink("CHANGE_EMAIL", to, (token) => mails.writeChangeLink(to, token)));
}

/** Uses a link to /verify-email up for the member it was made for. Says what became of it. */
export async function confirmAddress(session: MemberSession, token: string): Promise<"confirmed" | "taken" | "void"> {
  if (await verifyEmail(token, session.userId)) return "confirmed";
  return confirmEmailChange(session, token);
}

/**
 * Gives the account the address that the link was sent to: the other sessions end, this one goes on under a new token,
 * older links are useless, and the old address is told, with a way back.
 */
async function confirmEmailChange(session: MemberSession, token: string): Promise<"confirmed" | "taken" | "void"> {
  const { id: sessionId, userId } = session;
  const changed = await transaction(async (tx) => {
    const link = await useMailToken(tx, "CHANGE_EMAIL", token, { by: userId });
    if (!link) return "void";
    if (!(await users.setProvenEmail(tx, userId, link.email))) return "taken";
    await endSessionsOf(tx, userId, "EMAIL_CHANGED", { except: sessionId });
    await discardMailTokens(tx, userId, lettingIn);
    await recordEvent(tx, { sessionId, userId, type: "details changed", detail: { email: true } });
    const wayBack = await createMailToken("RESTORE_EMAIL", link.user, tx);
    const told = mails.writeAddressChanged(link.user, wayBack);
    const mail = await queueMail(tx, told, { kind: "address changed", worksFor: wayBackLifetime });
    return { mail, token: await rotateToken(tx, session) };
  }).catch(sayTaken);
  if (typeof changed === "string") return changed;
  await handOverToken({ token: changed.token, session });
  mailAfterAnswer(async () => changed.mail);
  return "confirmed";
}

/** Links that let in, or that would change what lets in. */
const lettingIn = ["RESET_PASSWORD", "LOG_IN", "VERIFY_EMAIL", "CHANGE_EMAIL"] as const;

/**
 * Gives the account the address that it was moved away from, by the link that was sent there. Whatever the one who moved
 * it could come back with goes: every session, the password, links, and saved addresses, which the checkout would offer.
 * Returns the token of a link that sets a new password.
 */
export async function restoreEmail(token: string): Promise<{ resetToken: string } | "taken" | "void"> {
  return transaction(async (tx) => {
    const link = await useMailToken(tx, "RESTORE_EMAIL", token);
    if (!link) return "void";
    const { id } = link.user;
    if (!(await users.setProvenEmail(tx, id, link.email))) return "taken";
    await users.setPassword(tx, id, null);
    await deleteAddresses(tx, id);
    await endSessionsOf(tx, id, "EMAIL_CHANGED");
    await discardMailTokens(tx, id, lettingIn);
    await recordEvent(tx, { userId: id, type: "details changed", detail: { email: true } });
    return { resetToken: await createMailToken("RESET_PASSWORD", { id, email: link.email }, tx) };
  }).catch(sayTaken);
}

/** Somebody took the address in the same moment. */
function sayTaken(error: unknown): "taken" {
  if (users.isTaken(error)) return "taken";
  throw error;
}
