import { headers } from "next/headers";
import { userAgentFromString } from "next/server";
import { readClientAddress } from "@/lib/http/client-ip";
import { networkPrefix } from "@/lib/http/ip-address";
import type { Client } from "@/lib/session/encrypted/client";

const MAX_USER_AGENT = 500;

/** Returns the browser and system that the request names, and its address as far as it can be trusted. */
export async function identifyClient(): Promise<Client> {
  const userAgent = (await headers()).get("user-agent")?.slice(0, MAX_USER_AGENT) ?? "";
  const { browser, os } = userAgentFromString(userAgent);
  const device = `${browser.name ?? "Unknown browser"} on ${os.name ?? "unknown system"}`;
  const address = await readClientAddress();
  return { device, network: networkPrefix(address), userAgent, address };
}
