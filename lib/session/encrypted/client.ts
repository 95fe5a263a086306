import { z } from "zod";
import type { Transaction } from "@/lib/db";
import { networkPrefix } from "@/lib/http/ip-address";
import { readEncrypted, writeEncrypted } from "./store";

// What a session knows of its browser: a short description and a network prefix in plain text, the full user agent and
// address encrypted.

export type Client = {
  /** "Firefox on Linux": what a person recognises their device by. */
  device: string;
  /** A rough place that many share: "198.51.100.0/24". */
  network: string | null;
  userAgent: string;
  address: string | null;
};

/** Keeps user agent and address, encrypted, in the transaction that starts the session or logs in. */
export async function rememberClient(tx: Transaction, sessionId: string, { userAgent, address }: Client) {
  await writeEncrypted(sessionId, "client", { userAgent, address }, tx);
}

const rememberedSchema = z.object({ userAgent: z.string(), address: z.string().nullable() });

/**
 * The full user agent, and the network prefix, of whoever started the session or last logged in to it. Null when it was never
 * known or its key is gone. The caller checks who may see it.
 */
export async function readClient(
  sessionId: string,
): Promise<{ userAgent: string; networkPrefix: string | null } | null> {
  const remembered = rememberedSchema.safeParse(await readEncrypted(sessionId, "client"));
  if (!remembered.success) return null;
  const { userAgent, address } = remembered.data;
  return { userAgent, networkPrefix: networkPrefix(address) };
}
