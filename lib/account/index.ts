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

// What members do to their own account. Whatever changes who may be logged in locks the user's row first and checks again.

/** Runs `work` in a transaction that locks the member's row and session. Throws TryAgain when either was closed meanwhile. */
async function withMemberLocked<T>(session: MemberSession, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    const isOpen = (await users.lockOpen(tx, session.userId)) && (await lockSession(tx, session.id));
    if (!isOpen) throw new TryAgain("The session ended meanwhile");
    return work(tx);
  });
}

function recordFor(tx: Transaction, { id, userId }: MemberSession, event: Pick<NewEvent, "type" | "detail">) {
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
 * Changes the password, ends all other sessions and gives this one a new token (ASVS 7.4.3). False when `current` is
 * wrong.
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
      await recordFor(tx, session, { type: "password changed" });
      return rotateToken(tx, session, { isConfirmed: true });
    });
  });
  if (token) await handOverToken({ token, session });
  return token !== null;
}

/** Runs `inside` in a transaction that locks the user's row; null when the password was changed since it was verified. */
type Locked<T> = (inside: (tx: Transaction) => Promise<T>) => Promise<T | null>;

/**
 * Verifies the password and runs `work`, which does slow things first and then calls `locked`. Null when the password is
 * wrong. After too many wrong ones throws TooManyTries, and in the end ends the session and throws SessionEnded.
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
 * Changes the name at once. A new e-mail address needs the link that is mailed to it. Returns whether that mail was sent
 * ("unsent": not yet), or was not needed ("saved").
 */
export async function changeDetails(
  session: MemberSession,
  { name, email }: { name: string; email: string },
): Promise<"saved" | "sent" | "unsent"> {
  await withMemberLocked(session, async (tx) => {
    if (await users.setName(tx, session.userId, name))
      await recordFor(tx, session, { type: "details changed", detail: { email: false } });
  });
  if (normaliseEmail(email) === session.user.email) return "saved";
  return (await requestEmailChange(session.userId, email)) ? "sent" : "unsent";
}

/** Deletes the account: removes personal data and the open cart and ends the sessions. Orders and events stay. */
export async function deleteAccount(session: MemberSession): Promise<void> {
  const { userId } = session;
  await withMemberLocked(session, async (tx) => {
    await endSessionsOf(tx, userId, "ACCOUNT_DELETED");
    await discardMailTokens(tx, userId, ["RESET_PASSWORD", "LOG_IN", "CHANGE_EMAIL", "VERIFY_EMAIL", "RESTORE_EMAIL"]);
    await forgetEncrypted(tx, userId);
    await cart.deleteOpenCart(tx, userId);
    await deleteAddresses(tx, userId);
    await users.anonymise(tx, userId);
    await recordFor(tx, session, { type: "account deleted" });
  });
}

/** Whether a session, live or ended, belongs to the member. */
export async function hasSession({ userId }: MemberSession, id: string): Promise<boolean> {
  return (await listSessions(userId)).some((one) => one.id === id);
}

/** Whether the member is also logged in elsewhere. */
export async function hasOtherSessions({ id, userId }: MemberSession): Promise<boolean> {
  return (await listSessions(userId)).some((one) => one.id !== id && one.endReason === null);
}

/** Ends another of the member's sessions; null when none has this id. */
export async function endOwnSession(session: MemberSession, id: string): Promise<{ device: string } | null> {
  return withMemberLocked(session, (tx) => endSessionOf(tx, { id, userId: session.userId }, "REVOKED_BY_USER"));
}

/** Ends all of the member's sessions but this one. Returns how many. */
export async function endOtherSessions(session: MemberSession): Promise<number> {
  return withMemberLocked(session, (tx) =>
    endSessionsOf(tx, session.userId, "REVOKED_BY_USER", { except: session.id }),
  );
}

/** Ends all of the member's sessions and clears this browser's cookie. */
export async function endAllSessions(session: MemberSession): Promise<void> {
  await endOtherSessions(session);
  await logOut();
}

/** More rows than anybody has. */
const ALL = 10_000;

/** Everything the shop stores about a member, without hashes and tokens. Staff members appear only as "staff". */
export async function exportData(session: MemberSession) {
  const { userId } = session;
  await transaction((tx) => recordFor(tx, session, { type: "data exported" }));
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
