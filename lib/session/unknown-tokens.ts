import { headers } from "next/headers";
import { readClientNetwork } from "@/lib/http/client-ip";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { tryToken } from "@/lib/rate-limit/rules";
import { hasUnknownToken } from "./known-device";

// Whoever guesses tokens sends ones that the shop never gave out: they are counted for each network.

/** By request, since one request may be looked up more than once. */
const counted = new WeakMap<object, TooManyTries | null>();

/** Counts the request's token as unknown, once per request. Throws Unavailable. */
export async function countUnknownToken(): Promise<void> {
  const request = await headers();
  if (counted.has(request)) return;
  counted.set(request, null);
  try {
    await tryToken(await readClientNetwork());
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    counted.set(request, error);
  }
}

/** Throws TooManyTries when the request's network has sent too many unknown tokens. */
export async function refuseGuesser(): Promise<void> {
  const wait = counted.get(await headers());
  if (wait) throw wait;
}

/** Counts the request's token if it is unknown: for logging in and out, which do not look it up and are not refused. */
export async function countIfUnknown(): Promise<void> {
  if (await hasUnknownToken()) await countUnknownToken();
}
