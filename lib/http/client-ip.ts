import { headers } from "next/headers";
import { env } from "@/lib/env";
import { findSubscriber, trustedAddress } from "./ip-address";

// Where a request came from. lib/http/incoming.ts has appended the socket's own address to X-Forwarded-For.

/** Returns the request's address as far as it can be trusted, or null. */
export async function readClientAddress(): Promise<string | null> {
  return trustedAddress((await headers()).get("x-forwarded-for"), env().TRUSTED_PROXIES);
}

/** Returns the network of the request's subscriber, by which tries are counted, or null. */
export async function readClientNetwork(): Promise<string | null> {
  return findSubscriber(await readClientAddress());
}
