import { findSite } from "@/lib/http/ip-address";
import { normaliseEmail } from "@/lib/input/email-address";
import {
  addToCounter,
  type Counter,
  countingFailures,
  countTry,
  createCounterKey,
  isCounterFull,
  resetCounter,
} from "./limiter";
import { takeTurn } from "./turns";

// What is throttled, and by what. Keys are made of the address as it was given, so that known and unknown ones answer
// alike. `network` is where the request comes from, or null when that is not known: then nothing is counted against
// everybody, and strangers to an account share its one counter.

export type Network = string | null;

type LogInTry = {
  email: string;
  /** The session by which this browser is known to the account, or null. */
  device: string | null;
  network: Network;
};

/**
 * Runs a try to log in. Failures count against the account in this network, against the network, and against the account
 * from everywhere; the last makes nobody wait but leaves strangers fewer tries. A browser that has been logged in to the
 * account has a counter of its own, so that no stranger can make its owner wait; after `deviceInAll` failures it is a
 * stranger like all others. Throws TooManyTries and Busy.
 */
export async function tryLogIn<T>(entering: LogInTry, work: () => Promise<T | null>): Promise<T | null> {
  return takeTurn(turns, () => tryInTurn(entering, work));
}

/** Logins look many things up: together they leave most of the database's connections to everybody else. */
const turns = { name: "logins", atOnce: 4, mayWait: 100 };

async function tryInTurn<T>({ email, device, network }: LogInTry, work: () => Promise<T | null>) {
  const account = normaliseEmail(email);
  const known = device && devicesCounters(account, device);
  if (known && !(await isCounterFull(known.inAll))) return tryOnDevice(account, known, network, work);
  const everywhere = fromEverywhere(account);
  const own: Counter = {
    of: (await isCounterFull(everywhere)) ? "logInUnderAttack" : "logIn",
    key: createCounterKey(account, network ?? ""),
  };
  const site = network && findSite(network);
  const others = [
    ...(site ? [{ ...own, key: createCounterKey(account, site), isSite: true }] : []),
    ...from(network, "network"),
  ];
  const entry = await countingEntries(account, network, () => countingFailures([own, ...others], work));
  // NIST SP 800-63B-4 section 3.2.2: who gets in is forgiven what failed before, from the same place.
  if (entry !== null) await resetCounter(own);
  else await addToCounter(everywhere);
  return entry;
}

/**
 * Runs a try to confirm, in a live session, who its owner is. "spent" without running it once the session's browser has
 * failed `deviceInAll` times, and instead of the answer to the last of them: whoever has this cookie is guessing. Throws
 * TooManyTries and Busy.
 */
export async function tryConfirm<T>(
  { email, device }: { email: string; device: string },
  work: () => Promise<T | null>,
): Promise<T | null | "spent"> {
  const account = normaliseEmail(email);
  const known = devicesCounters(account, device);
  return takeTurn(turns, async () => {
    if (await isCounterFull(known.inAll)) return "spent";
    const done = await tryOnDevice(account, known, null, work);
    return done === null && (await isCounterFull(known.inAll)) ? "spent" : done;
  });
}

/** What failed in all is not forgiven to who gets in: the cookie may be in two hands. */
async function tryOnDevice<T>(
  account: string,
  { lately, inAll }: ReturnType<typeof devicesCounters>,
  network: Network,
  work: () => Promise<T | null>,
): Promise<T | null> {
  const entry = await countingEntries(account, network, () => countingFailures([lately, inAll], work));
  if (entry !== null) await resetCounter(lately);
  else await addToCounter(fromEverywhere(account));
  return entry;
}

const fromEverywhere = (account: string): Counter => ({ of: "account", key: createCounterKey(account) });

function devicesCounters(account: string, device: string): { lately: Counter; inAll: Counter } {
  const key = createCounterKey(account, device);
  return { lately: { of: "device", key }, inAll: { of: "deviceInAll", key } };
}

/** A right password costs the shop as much as a wrong one: whoever knows one cannot keep it busy with it. */
function countingEntries<T>(account: string, network: Network, work: () => Promise<T | null>): Promise<T | null> {
  const counters: Counter[] = [{ of: "entries", key: createCounterKey(account) }, ...from(network, "networkEntries")];
  return countingFailures(counters, work, (entry) => entry !== null);
}

/** Counts a guest's session about to be started: it costs rows, and whoever keeps no cookie could start any number. */
export async function tryStart(network: Network): Promise<void> {
  for (const counter of from(network, "guests")) await countTry(counter);
}

/** Counts a new token for a guest's session: each leaves an event and the token of before. Throws TooManyTries. */
export async function tryRenew(session: string): Promise<void> {
  await countTry({ of: "renewals", key: createCounterKey(session) });
}

/** Counts a new account; null from `work` says that the address has one, which registering tells. Throws TooManyTries. */
export async function tryRegister<T>(network: Network, work: () => Promise<T | null>): Promise<T | null> {
  for (const counter of from(network, "register")) await countTry(counter);
  return countingFailures(from(network, "taken"), work);
}

/**
 * Counts a mail that somebody wants sent to an address, known or not. Links that let in and links that prove an address
 * are counted apart: no stranger who gives an address as theirs keeps its owner out. Throws TooManyTries.
 */
export async function tryMail(
  network: Network,
  email: string,
  link: "lets in" | "proves",
  { isKnown = false } = {},
): Promise<void> {
  const mailbox = normaliseEmail(email);
  for (const counter of from(network, "mails")) await countTry(counter);
  await countTry({ of: "mailbox", key: createCounterKey(mailbox, link) });
  // Strangers may use up a day's mails; a browser that the account knows has a day's mails besides.
  await countTry({ of: "mailboxDay", key: createCounterKey(mailbox, link, isKnown ? "known" : "strangers") });
}

/** Asks the bank by `work`, and counts what it does not agree to at once. Throws TooManyTries. */
export async function tryPayment<T extends { status: string }>(
  { session, network }: { session: string; network: Network },
  work: () => Promise<T>,
): Promise<T> {
  const counters: Counter[] = [{ of: "payments", key: createCounterKey(session) }, ...from(network, "networkPayments")];
  return countingFailures(counters, work, ({ status }) => status !== "authorised");
}

/** Counts a session token that the shop never gave out. Throws TooManyTries. */
export async function tryToken(network: Network): Promise<void> {
  for (const counter of from(network, "tokens")) await countTry(counter);
}

/** A network's counter, and that of the site it belongs to. */
function from(network: Network, of: Counter["of"]): Counter[] {
  if (network === null) return [];
  const site = findSite(network);
  return [{ of, key: createCounterKey(network) }, ...(site ? [{ of, key: createCounterKey(site), isSite: true }] : [])];
}
