import { headers } from "next/headers";
import { env } from "@/lib/env";
import { trustedAddress } from "@/lib/network";

// This is the only file that says where a request came from. lib/incoming.ts has put the socket's own address last.

/** The request's address as far as it can be trusted, or null when there is none. */
export async function readClientAddress(): Promise<string | null> {
  return trustedAddress((await headers()).get("x-forwarded-for"), env().TRUSTED_PROXIES);
}
