import { findSite } from "@/lib/http/ip-address";
import { normaliseEmail } from "@/lib/input/email-address";
import {
  addToCounter,
  type Counter,
  countFailures,
  countTry,
  createCounterKey,
  isCounterFull,
  resetCounter,
} from "./limiter";
import { takeTurn } from "./turns";

// What is limited, and by which counters. Keys use the e-mail address that was sent, so that known and unknown addresses
// are treated alike. `network` is where the request comes from, or null when that is not known: then networks have no
// counter, and all strangers to an account share one.

export type Network = string | null;

type LogInTry = {
  email: string;
  /** The session by which the account knows this browser (`findDevice`), or null. */
  device: string | null;
  network: Network;
};

/**
 * Runs a try to log in. A failure counts for the account in this network, for the network, and for the account in all;
 * the last one refuses nobody, but leaves strangers fewer tries. A browser that was logged in to the account before has
 * its own counter, so that strangers cannot lock its owner out; after `deviceInAll` failures it counts as a stranger.
 * Throws TooManyTries and Busy.
 */
export async function tryLogIn<T>(entering: LogInTry, work: () => Promise<T | null>): Promise<T | null> {
  return takeTurn(turns, () => tryInTurn(entering, work));
}

/** A login needs many statements: this few at once leave most database connections to other requests. */
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
  const entry = await countEntries(account, network, () => countFailures([own, ...others], work));
  // A success clears the failures from the same place (NIST SP 800-63B-4 section 3.2.2).
  if (entry !== null) await resetCounter(own);
  else await addToCounter(everywhere);
  return entry;
}

/**
 * Runs a try to confirm the password in a live session. "spent" when the session's browser has failed `deviceInAll`
 * times: whoever holds this cookie is guessing, and the caller ends the session. Throws TooManyTries and Busy.
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

/** A success does not clear `inAll`, since two people may hold the cookie. */
async function tryOnDevice<T>(
  account: string,
  { lately, inAll }: ReturnType<typeof devicesCounters>,
  network: Network,
  work: () => Promise<T | null>,
): Promise<T | null> {
  const entry = await countEntries(account, network, () => countFailures([lately, inAll], work));
  if (entry !== null) await resetCounter(lately);
  else await addToCounter(fromEverywhere(account));
  return entry;
}

const fromEverywhere = (account: string): Counter => ({ of: "account", key: createCounterKey(account) });

function devicesCounters(account: string, device: string): { lately: Counter; inAll: Counter } {
  const key = createCounterKey(account, device);
  return { lately: { of: "device", key }, inAll: { of: "deviceInAll", key } };
}

/** Counts successful logins, so that nobody who knows a password can keep the server busy with it. */
function countEntries<T>(account: string, network: Network, work: () => Promise<T | null>): Promise<T | null> {
  const counters: Counter[] = [{ of: "entries", key: createCounterKey(account) }, ...from(network, "networkEntries")];
  return countFailures(counters, work, (entry) => entry !== null);
}

/** Counts a guest's session that is about to start: a client without cookies could start any number. Throws TooManyTries. */
export async function tryStart(network: Network): Promise<void> {
  for (const counter of from(network, "guests")) await countTry(counter);
}

/** Counts a new token for a guest's session: each leaves an event and a retired token. Throws TooManyTries. */
export async function tryRenew(session: string): Promise<void> {
  await countTry({ of: "renewals", key: createCounterKey(session) });
}

/** Runs a registration. Null from `work` means that the address has an account: such answers are counted too. Throws TooManyTries. */
export async function tryRegister<T>(network: Network, work: () => Promise<T | null>): Promise<T | null> {
  for (const counter of from(network, "register")) await countTry(counter);
  return countFailures(from(network, "taken"), work);
}

/**
 * Counts a mail to an address, whether it has an account or not. Links that log in and links that prove an address are
 * counted apart, so that a stranger who registers an address cannot use up its owner's login links. Throws TooManyTries.
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
  // Strangers may use up a day's mails; a browser that the account knows has its own.
  await countTry({ of: "mailboxDay", key: createCounterKey(mailbox, link, isKnown ? "known" : "strangers") });
}

/** Runs a payment by `work`; every outcome but "authorised" stays counted. Throws TooManyTries. */
export async function tryPayment<T extends { status: string }>(
  { session, network }: { session: string; network: Network },
  work: () => Promise<T>,
): Promise<T> {
  const counters: Counter[] = [{ of: "payments", key: createCounterKey(session) }, ...from(network, "networkPayments")];
  return countFailures(counters, work, ({ status }) => status !== "authorised");
}

/** Counts a session token that the shop does not know. Throws TooManyTries. */
export async function tryToken(network: Network): Promise<void> {
  for (const counter of from(network, "tokens")) await countTry(counter);
}

/** The counters of a network and of the site it belongs to. */
function from(network: Network, of: Counter["of"]): Counter[] {
  if (network === null) return [];
  const site = findSite(network);
  return [{ of, key: createCounterKey(network) }, ...(site ? [{ of, key: createCounterKey(site), isSite: true }] : [])];
}
