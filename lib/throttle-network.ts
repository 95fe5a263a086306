import { readClientAddress } from "@/lib/client-address";
import type { Network } from "@/lib/guessing";
import { subscriberOf } from "@/lib/network";

/** Where the request comes from, for counting tries: one subscriber, as far as the address can be trusted. */
export async function throttleKeyOfNetwork(): Promise<Network> {
  return subscriberOf(await readClientAddress());
}
