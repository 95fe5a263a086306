import "server-only";
import * as cart from "@/lib/cart";
import { listOrders } from "@/lib/checkout/orders";
import { type Transaction, transaction } from "@/lib/db";
import { normaliseEmail } from "@/lib/input/email-address";
import { deleteAddresses, listAddresses } from "@/lib/postal/addresses";
import { tryConfirm } from "@/lib/rate-limit/rules";
import { handOverToken, logOut, type MemberSession, rotateToken } from "@/lib/session";
import { forgetEncrypted } from "@/lib/session/encrypted/store";
import { endSession, endSessionOf, endSessionsOf } from "@/lib/session/end";
import { describeEnd } from "@/lib/session/end-messages";
import { SessionEnded, TryAgain } from "@/lib/session/errors";
import { listSessions, listUserEvents } from "@/lib/session/events/history";
import { type NewEvent, recordEvent, recordRefusal } from "@/lib/session/events/record";
import { lockSession } from "@/lib/session/store";
import * as users from "@/lib/users";
import { hashPassword } from "@/lib/users/password";
import { requestEmailChange } from "./email-change";
import { discardMailTokens } from "./mail-tokens";

// What members do to their own account. Whatever changes who may be in takes the user's row first, then looks again.

/** One transaction that holds the member's row and their session, both still open. Throws TryAgain, and nothing was done. */
async function holding<T>(session: MemberSession, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    const isOpen = (await users.lockOpen(tx, session.userId)) && (await lockSession(tx, session.id));
    if (!isOpen) throw new TryAgain("The session ended meanwhile");
    return work(tx);
  });
}

function note(tx: Transaction, { id, userId }: MemberSession, event: Pick<NewEvent, "type" | "detail">) {
  return recordEvent(tx, { sessionId: id, userId, ...event });
}

/** A right password makes the login fresh, under a new token (ASVS 7.2.4). False for a wrong one. */
export async function confirmPassword(session: MemberSession, password: string): Promise<boolean> {
  const token = await withPassword<string>(session, password, (locked) =>
    locked((tx) => rotateToken(tx, session, { isConfirmed: true })),
  );
  if (token) await handOverToken({ token, session });
  return token !== null;
}

/**
 * Changes the password: all other sessions end, this one goes on under a new token (ASVS 7.4.3). False when `current`
 * is not the password.
 */
export async function changePassword(
  session: MemberSession,
  { current, next }: { current: string; next: string },
): Promise<boolean> {
  const token = await withPassword<string>(session, current, async (locked) => {
    const passwordHash = await hashPassword(next);
    return locked(async (tx) => {
      await users.setPassword(tx, session.userId, passwordHash);
      await endSessionsOf(tx, session.userId, "PASSWORD_CHANGED", { except: session.id });
      await discardMailTokens(tx, session.userId, ["RESET_PASSWORD", "LOG_IN", "CHANGE_EMAIL"]);
      await note(tx, session, { type: "password changed" });
      return rotateToken(tx, session, { isConfirmed: true });
    });
  });
  if (token) await handOverToken({ token, session });
  return token !== null;
}

/** Runs what must commit together, while the user's row still has the password that was verified; null when it has not. */
type Locked<T> = (inside: (tx: Transaction) => Promise<T>) => Promise<T | null>;

/**
 * Verifies the password and runs `work`, which does what is costly first and then takes the user's row. Null when the
 * password does not fit. A session that guesses has to wait (TooManyTries) and in the end is over (SessionEnded).
 */
async function withPassword<T>(
  session: MemberSession,
  password: string,
  work: (locked: Locked<T>) => Promise<T | null>,
): Promise<T | null> {
  const { id, userId, user } = session;
  const done = await tryConfirm({ email: user.email, device: id }, async () => {
    const verified = await users.verifyPasswordOf(userId, password);
    if (!verified) {
      await recordRefusal({ sessionId: id, userId, what: "confirm" });
      return null;
    }
    return work((inside) => transaction(async (tx) => ((await users.lockVerified(tx, verified)) ? inside(tx) : null)));
  });
  if (done !== "spent") return done;
  await endSession(id, "PASSWORD_GUESSED");
  throw new SessionEnded(describeEnd({ session, reason: "PASSWORD_GUESSED" }));
}

/**
 * Changes the name at once, and the e-mail address only by the link that is mailed to the new one. Says whether a mail
 * was sent, could not be sent, or was not needed.
 */
export async function changeDetails(
  session: MemberSession,
  { name, email }: { name: string; email: string },
): Promise<"saved" | "sent" | "unsent"> {
  await holding(session, async (tx) => {
    if (await users.setName(tx, session.userId, name))
      await note(tx, session, { type: "details changed", detail: { email: false } });
  });
  if (normaliseEmail(email) === session.user.email) return "saved";
  return (await requestEmailChange(session.userId, email)) ? "sent" : "unsent";
}

/** Deletes the account: the person leaves the row, the sessions end, the open cart goes; orders and reasons stay. */
export async function deleteAccount(session: MemberSession): Promise<void> {
  const { userId } = session;
  await holding(session, async (tx) => {
    await endSessionsOf(tx, userId, "ACCOUNT_DELETED");
    await discardMailTokens(tx, userId, ["RESET_PASSWORD", "LOG_IN", "CHANGE_EMAIL", "VERIFY_EMAIL", "RESTORE_EMAIL"]);
    await forgetEncrypted(tx, userId);
    await cart.deleteOpenCart(tx, userId);
    await deleteAddresses(tx, userId);
    await users.anonymise(tx, userId);
    await note(tx, session, { type: "account deleted" });
  });
}

/** Whether a session, live or over, is the member's. */
export async function hasSession({ userId }: MemberSession, id: string): Promise<boolean> {
  return (await listSessions(userId)).some((one) => one.id === id);
}

/** Whether the member is logged in elsewhere, too. */
export async function hasOtherSessions({ id, userId }: MemberSession): Promise<boolean> {
  return (await listSessions(userId)).some((one) => one.id !== id && one.endReason === null);
}

/** Ends another of the member's sessions; null when they have none of this id. */
export async function endOwnSession(session: MemberSession, id: string): Promise<{ device: string } | null> {
  return holding(session, (tx) => endSessionOf(tx, { id, userId: session.userId }, "REVOKED_BY_USER"));
}

/** Ends all of the member's sessions but this one. Returns how many. */
export async function endOtherSessions(session: MemberSession): Promise<number> {
  return holding(session, (tx) => endSessionsOf(tx, session.userId, "REVOKED_BY_USER", { except: session.id }));
}

/** Ends all of the member's sessions and takes this browser's cookie back. */
export async function endAllSessions(session: MemberSession): Promise<void> {
  await endOtherSessions(session);
  await logOut();
}

/** More than anybody has. */
const ALL = 10_000;

/** Everything the shop knows about a member: no hashes, no tokens, and of staff only that they were staff. */
export async function exportData(session: MemberSession) {
  const { userId } = session;
  await transaction((tx) => note(tx, session, { type: "data exported" }));
  const [user, sessions, events, lines, addresses, orders] = await Promise.all([
    users.readProfile(userId),
    listSessions(userId),
    listUserEvents(userId, { limit: ALL }),
    cart.readCart(session),
    listAddresses(userId),
    listOrders(userId, { limit: ALL }),
  ]);
  return {
    user,
    sessions: sessions.map(({ now: _, ...rest }) => rest),
    events: events.map(({ detail, ...event }) => ({
      ...event,
      detail: detail.by ? { ...detail, by: "staff" } : detail,
    })),
    cart: lines.map(({ sku, productName, glazeName, quantity, priceCents }) => ({
      sku,
      productName,
      glazeName,
      quantity,
      priceCents,
    })),
    addresses: addresses.map(({ id: _, ...address }) => address),
    orders: orders.map(({ id: _, cartId, keyHash, userId, paymentId, lines, ...order }) => ({
      ...order,
      lines: lines.map(({ sku, productName, glazeName, quantity, priceCents }) => ({
        ...{ sku, productName, glazeName, quantity, priceCents },
      })),
    })),
  };
}
