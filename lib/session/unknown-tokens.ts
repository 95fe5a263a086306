import { headers } from "next/headers";
import { readClientNetwork } from "@/lib/http/client-ip";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { tryToken } from "@/lib/rate-limit/rules";
import { hasUnknownToken } from "./known-device";

// Tokens that the shop never gave out, or forgot long ago, are counted against their network at every door that reads one.

/** By request, since one request may look more than once. */
const counted = new WeakMap<object, TooManyTries | null>();

/** Counts the request's token, once. Throws Unavailable. */
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

/** Throws TooManyTries when the request's token is one unknown token too many. */
export async function refuseGuesser(): Promise<void> {
  const wait = counted.get(await headers());
  if (wait) throw wait;
}

/** For the doors that take a token without looking it up: logging in and logging out, which are never refused for it. */
export async function countIfUnknown(): Promise<void> {
  if (await hasUnknownToken()) await countUnknownToken();
}
