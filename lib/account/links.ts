import { type Transaction, transaction } from "@/lib/db";
import type { MailPurpose } from "@/lib/generated/prisma/enums";
import { mailAfterAnswer } from "@/lib/mail/after-answer";
import { queueMail, sendQueued } from "@/lib/mail/outbox";
import type { Mail } from "@/lib/mail/send";
import { deleteAddresses } from "@/lib/postal/addresses";
import { endSessionsOf } from "@/lib/session/end";
import { recordEvent } from "@/lib/session/events/record";
import * as users from "@/lib/users";
import { hashPassword } from "@/lib/users/password";
import {
  createMailToken,
  discardMailTokens,
  isReserved,
  type MailLink,
  mailTokenLifetime,
  readMailToken,
  useMailToken,
} from "./mail-tokens";
import * as mails from "./mails";

// Links in mails to account owners: for a new password, a login, a proven address. Each does one thing, on a POST.

/**
 * Mails a link for a new password if the address has an account. Runs after the answer was sent, so that neither its
 * text nor its time shows whether there is an account (ASVS 6.3.8), and a slow mail server delays nobody.
 */
export function mailResetLinkLater(email: string) {
  mailAfterAnswer(async () => {
    const user = await users.findOwner(email);
    return user && queueLink("RESET_PASSWORD", user, (token) => mails.writeResetLink(user, token));
  });
}

/** Mails a link to log in, in the same way. It leads to `next`. */
export function mailLogInLinkLater(email: string, next: string) {
  mailAfterAnswer(async () => {
    const user = await users.findOwner(email);
    return user && queueLink("LOG_IN", user, (token) => mails.writeLogInLink(user, token, next));
  });
}

type Recipient = { id: string; name: string; email: string; emailVerifiedAt: Date | null };

/** Queues the link that proves a user's address, in the caller's transaction. */
export async function queueVerifyLink(tx: Transaction, user: Recipient): Promise<string> {
  return queueLinkIn(tx, "VERIFY_EMAIL", user, (token) => mails.writeVerifyLink(user, token));
}

/** Mails the member a link that proves their address. False when it could not be sent yet. */
export async function sendVerifyLink(userId: string): Promise<boolean> {
  const user = await users.readOwner(userId);
  return user !== null && sendQueued(await transaction((tx) => queueVerifyLink(tx, user)));
}

type WriteLink = (token: string) => Mail;

/** Makes a token and queues its mail, in one transaction. */
export function queueLink(purpose: MailPurpose, user: Recipient, write: WriteLink): Promise<string> {
  return transaction((tx) => queueLinkIn(tx, purpose, user, write));
}

async function queueLinkIn(tx: Transaction, purpose: MailPurpose, user: Recipient, write: WriteLink) {
  const mail = write(await createMailToken(purpose, user, tx));
  return queueMail(tx, mail, { kind: "link", worksFor: mailTokenLifetime });
}

/**
 * Sets a new password by the link, ends all sessions and makes older links invalid, in one transaction with the user's
 * row locked. Using the link proves the address. False when the link no longer works.
 */
export async function resetPassword(token: string, password: string): Promise<boolean> {
  // Checked before the slow hash, and again under the lock.
  if (!(await readMailToken("RESET_PASSWORD", token))) return false;
  const passwordHash = await hashPassword(password);
  const mail = await transaction(async (tx) => {
    const link = await useMailToken(tx, "RESET_PASSWORD", token);
    if (!link) return null;
    const { id } = link.user;
    await users.setPassword(tx, id, passwordHash);
    await recordEvent(tx, { userId: id, type: "password changed" });
    await proveAddress(tx, link.user);
    await endSessionsOf(tx, id, "PASSWORD_CHANGED");
    await discardMailTokens(tx, id, ["LOG_IN", "VERIFY_EMAIL", "CHANGE_EMAIL"]);
    return queueMail(tx, mails.writePasswordChanged(link.user), { kind: "password changed" });
  });
  if (mail) mailAfterAnswer(async () => mail);
  return mail !== null;
}

/**
 * Uses up a link to log in and returns whose it is; null when it no longer works. The caller logs them in, in the same
 * transaction. If this proves the address for the first time, a password set before is removed and other sessions end, so
 * that nobody can prepare an account for somebody else's address.
 */
export async function useLogInLink(tx: Transaction, token: string): Promise<string | null> {
  const link = await useMailToken(tx, "LOG_IN", token);
  if (!link) return null;
  const { id } = link.user;
  if (await proveAddress(tx, link.user)) {
    await users.setPassword(tx, id, null);
    await endSessionsOf(tx, id, "PASSWORD_CHANGED");
    await discardMailTokens(tx, id, ["VERIFY_EMAIL", "CHANGE_EMAIL"]);
  }
  return id;
}

/**
 * Records that the user reads this mailbox. True when it was not proven before: then saved addresses are deleted, because
 * a stranger may have saved them and the checkout would offer to send things there.
 */
async function proveAddress(tx: Transaction, { id, emailVerifiedAt }: users.Owner): Promise<boolean> {
  if (emailVerifiedAt) return false;
  await users.markProven(tx, id);
  await deleteAddresses(tx, id);
  return true;
}

export type AddressLink = MailLink & { isChange: boolean };

/** What a link to /verify-email would do, or null. */
export async function readAddressLink(token: string): Promise<AddressLink | null> {
  const proof = await readMailToken("VERIFY_EMAIL", token);
  if (proof) return { ...proof, isChange: false };
  const change = await readMailToken("CHANGE_EMAIL", token);
  return change && { ...change, isChange: true };
}

/**
 * Uses up a link that proves the member's own address. Needs their session: otherwise somebody could register a stranger's
 * address and have its owner prove it with a click. False when the link no longer works.
 */
export async function verifyEmail(token: string, userId: string): Promise<boolean> {
  return transaction(async (tx) => {
    const link = await useMailToken(tx, "VERIFY_EMAIL", token, { by: userId });
    if (link) await users.markProven(tx, userId);
    return link !== null;
  });
}

/**
 * Opens an account and runs `alongside` in the same transaction. Null when the address already has one, or belonged until
 * recently to one whose owner may still restore it. Throws Unavailable.
 */
export async function openAccount(
  newcomer: { name: string; email: string; password: string },
  alongside: (tx: Transaction, user: Recipient) => Promise<unknown>,
): Promise<{ id: string } | null> {
  const passwordHash = await hashPassword(newcomer.password);
  return transaction(async (tx) => {
    const user = await users.createUser(tx, { ...newcomer, passwordHash });
    if (!user) return null;
    // Checked only now: this transaction may have waited for the one that gave the address up.
    if (await isReserved(tx, newcomer.email)) {
      await users.removeUser(tx, user.id);
      return null;
    }
    await alongside(tx, user);
    return user;
  });
}
