import { readClientNetwork } from "@/lib/http/client-ip";
import { normaliseEmail } from "@/lib/input/email-address";
import { logInfo } from "@/lib/log";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { tryMail, tryStart } from "@/lib/rate-limit/rules";
import { findDevice } from "@/lib/session/known-device";

/** Counts a mail that this request asks for. Throws TooManyTries when there were too many. */
export async function admitMail(email: string, link: "lets in" | "proves"): Promise<void> {
  const isKnown = link === "lets in" && (await findDevice(normaliseEmail(email))) !== null;
  await tryMail(await readClientNetwork(), email, link, { isKnown });
}

/** Counts a guest's session that this request starts, for `withOrStartSession`. Throws TooManyTries when there were too many. */
export async function admitGuest(): Promise<void> {
  try {
    await tryStart(await readClientNetwork());
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    // Behind a proxy that TRUSTED_PROXIES does not count, everybody seems to come from one network.
    if (error.isFirst)
      logInfo("A network has started as many carts as it may: see GUESTS_PER_NETWORK and TRUSTED_PROXIES");
    throw new TooManyTries(error.waitMs, error.isFirst, tellTooManyCarts);
  }
}

function tellTooManyCarts(wait: string): string {
  return (
    `Many carts were started from your network just now, so this one has to wait ${wait}. ` +
    "If you have an account, you can log in and go on."
  );
}
