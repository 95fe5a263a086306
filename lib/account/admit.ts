import { readClientNetwork } from "@/lib/http/client-ip";
import { normaliseEmail } from "@/lib/input/email-address";
import { logInfo } from "@/lib/log";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { tryMail, tryStart } from "@/lib/rate-limit/rules";
import { findDevice } from "@/lib/session/known-device";

/** Counts a mail that this request wants sent to an address. Throws TooManyTries. */
export async function admitMail(email: string, link: "lets in" | "proves"): Promise<void> {
  const isKnown = link === "lets in" && (await findDevice(normaliseEmail(email))) !== null;
  await tryMail(await readClientNetwork(), email, link, { isKnown });
}

/** For `withOrStartSession`. Throws TooManyTries when this network has started too many guests' sessions. */
export async function admitGuest(): Promise<void> {
  try {
    await tryStart(await readClientNetwork());
  } catch (error) {
    // Behind a proxy that the shop was not told of, everybody is one network.
    if (error instanceof TooManyTries && error.isFirst)
      logInfo("A network has started as many carts as it may: see GUESTS_PER_NETWORK and TRUSTED_PROXIES");
    throw error;
  }
}
