import "server-only";
import { deleteAddresses, listAddresses } from "@/lib/addresses";
import * as cart from "@/lib/cart";
import { type Transaction, transaction } from "@/lib/db";
import { normaliseEmail } from "@/lib/email-address";
import { requestEmailChange } from "@/lib/email-change";
import { tryConfirm } from "@/lib/guessing";
import { discardMailTokens } from "@/lib/mail-tokens";
import { listOrders } from "@/lib/orders";
import { hashPassword } from "@/lib/password";
import { keepToken, logOut, type MemberSession, rotate } from "@/lib/session";
import { forgetSealed } from "@/lib/session/drafts";
import { end, endAll, endOne } from "@/lib/session/end";
import { type NewEvent, record, recordRefusal } from "@/lib/session/events";
import { listEvents, listSessions } from "@/lib/session/history";
import { SessionEnded, TryAgain } from "@/lib/session/refusal";
import { hold } from "@/lib/session/store";
import { sayWhy } from "@/lib/session/words";
import * as users from "@/lib/users";

// What members do to their own account. Whatever changes who may be in takes the user's row first, then looks again.

/** One transaction that holds the member's row and their session, both still open. Throws TryAgain, and nothing was done. */
async function holding<T>(session: MemberSession, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    const isOpen = (await users.lockOpen(tx, session.userId)) && (await hold(tx, session.id));
    if (!isOpen) throw new TryAgain("The session ended meanwhile");
    return work(tx);
  });
}

function note(tx: Transaction, { id, userId }: MemberSession, event: Pick<NewEvent, "type" | "detail">) {
  return record(tx, { sessionId: id, userId, ...event });
}

/** A right password makes the login fresh, under a new token (ASVS 7.2.4). False for a wrong one. */
export async function confirm(session: MemberSession, password: string): Promise<boolean> {
  const token = await withPassword<string>(session, password, (locked) =>
    locked((tx) => rotate(tx, session, { isConfirmed: true })),
  );
  if (token) await keepToken({ token, session });
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
      await endAll(tx, session.userId, "PASSWORD_CHANGED", { except: session.id });
      await discardMailTokens(tx, session.userId, ["RESET_PASSWORD", "LOG_IN", "CHANGE_EMAIL"]);
      await note(tx, session, { type: "password changed" });
      return rotate(tx, session, { isConfirmed: true });
    });
  });
  if (token) await keepToken({ token, session });
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
  await end(id, "PASSWORD_GUESSED");
  throw new SessionEnded(sayWhy({ session, reason: "PASSWORD_GUESSED" }));
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
    await endAll(tx, userId, "ACCOUNT_DELETED");
    await discardMailTokens(tx, userId, ["RESET_PASSWORD", "LOG_IN", "CHANGE_EMAIL", "VERIFY_EMAIL", "RESTORE_EMAIL"]);
    await forgetSealed(tx, userId);
    await cart.removeOpen(tx, userId);
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
export async function endOwn(session: MemberSession, id: string): Promise<{ device: string } | null> {
  return holding(session, (tx) => endOne(tx, { id, userId: session.userId }, "REVOKED_BY_USER"));
}

/** Ends all of the member's sessions but this one. Returns how many. */
export async function endOthers(session: MemberSession): Promise<number> {
  return holding(session, (tx) => endAll(tx, session.userId, "REVOKED_BY_USER", { except: session.id }));
}

/** Ends all of the member's sessions and takes this browser's cookie back. */
export async function endEverywhere(session: MemberSession): Promise<void> {
  await endOthers(session);
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
    listEvents(userId, { limit: ALL }),
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
