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

// Login links go to the account's address, so changing it is changing an authenticator (ASVS 7.4.3):
// docs/decisions/0036-changed-address-can-be-restored.md.

/** Mails a link to the new address; nothing changes until it is used. False when the mail could not be sent yet. */
export async function requestEmailChange(userId: string, newEmail: string): Promise<boolean> {
  const user = await users.readOwner(userId);
  if (!user) return false;
  const to = { ...user, email: normaliseEmail(newEmail), emailVerifiedAt: null };
  return sendQueued(await queueLink("CHANGE_EMAIL", to, (token) => mails.writeChangeLink(to, token)));
}

/** Uses up a link to /verify-email for the member it was made for. */
export async function confirmAddress(session: MemberSession, token: string): Promise<"confirmed" | "taken" | "void"> {
  if (await verifyEmail(token, session.userId)) return "confirmed";
  return confirmEmailChange(session, token);
}

/**
 * Gives the account the address that the link was sent to. Other sessions end, this one gets a new token, older links
 * become invalid, and the former address gets a mail with a link that restores it.
 */
async function confirmEmailChange(session: MemberSession, token: string): Promise<"confirmed" | "taken" | "void"> {
  const { id: sessionId, userId } = session;
  const changed = await transaction(async (tx) => {
    const link = await useMailToken(tx, "CHANGE_EMAIL", token, { by: userId });
    if (!link) return "void";
    if (!(await users.setProvenEmail(tx, userId, link.email))) return "taken";
    await endSessionsOf(tx, userId, "EMAIL_CHANGED", { except: sessionId });
    await discardMailTokens(tx, userId, authenticating);
    await recordEvent(tx, { sessionId, userId, type: "details changed", detail: { email: true } });
    const wayBack = await createMailToken("RESTORE_EMAIL", link.user, tx);
    const told = mails.writeAddressChanged(link.user, wayBack);
    const mail = await queueMail(tx, told, { kind: "address changed", worksFor: wayBackLifetime });
    return { mail, token: await rotateToken(tx, session) };
  }).catch(answerTaken);
  if (typeof changed === "string") return changed;
  await handOverToken({ token: changed.token, session });
  mailAfterAnswer(async () => changed.mail);
  return "confirmed";
}

/** Purposes of links that log in, or that change how one logs in. */
const authenticating = ["RESET_PASSWORD", "LOG_IN", "VERIFY_EMAIL", "CHANGE_EMAIL"] as const;

/**
 * Restores the account's former address by the link that was sent there. Removes everything that whoever changed it could
 * still use: sessions, the password, links, and saved addresses, which the checkout would offer. Returns the token of a
 * link that sets a new password.
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
    await discardMailTokens(tx, id, authenticating);
    await recordEvent(tx, { userId: id, type: "details changed", detail: { email: true } });
    return { resetToken: await createMailToken("RESET_PASSWORD", { id, email: link.email }, tx) };
  }).catch(answerTaken);
}

/** Somebody else took the address at the same moment. */
function answerTaken(error: unknown): "taken" {
  if (users.isTaken(error)) return "taken";
  throw error;
}
