import { headers } from "next/headers";
import { env } from "@/lib/env";
import { findSubscriber, trustedAddress } from "./ip-address";

// This is the only file that says where a request came from. lib/http/incoming.ts has put the socket's own address last.

/** The request's address as far as it can be trusted, or null when there is none. */
export async function readClientAddress(): Promise<string | null> {
  return trustedAddress((await headers()).get("x-forwarded-for"), env().TRUSTED_PROXIES);
}

/** Where the request comes from, for counting tries: one subscriber, as far as the address can be trusted. */
export async function readClientNetwork(): Promise<string | null> {
  return findSubscriber(await readClientAddress());
}
