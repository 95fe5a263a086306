import { readClientAddress } from "@/lib/client-address";
import { normaliseEmail } from "@/lib/email-address";
import { type Network, tryMail, tryStart } from "@/lib/guessing";
import { logInfo } from "@/lib/log";
import { subscriberOf } from "@/lib/network";
import { findDevice } from "@/lib/session/devices";
import { TooManyTries } from "@/lib/throttle";

/** Where the request comes from, for counting tries: one subscriber, as far as the address can be trusted. */
export async function throttleKeyOfNetwork(): Promise<Network> {
  return subscriberOf(await readClientAddress());
}

/** Counts a mail that this request wants sent to an address. Throws TooManyTries. */
export async function admitMail(email: string, link: "lets in" | "proves"): Promise<void> {
  const isKnown = link === "lets in" && (await findDevice(normaliseEmail(email))) !== null;
  await tryMail(await throttleKeyOfNetwork(), email, link, { isKnown });
}

/** For `withOrStartSession`. Throws TooManyTries when this network has started too many guests' sessions. */
export async function admitGuest(): Promise<void> {
  try {
    await tryStart(await throttleKeyOfNetwork());
  } catch (error) {
    // Behind a proxy that the shop was not told of, everybody is one network.
    if (error instanceof TooManyTries && error.isFirst)
      logInfo("A network has started as many carts as it may: see GUESTS_PER_NETWORK and TRUSTED_PROXIES");
    throw error;
  }
}
