import { z } from "zod";
import type { Transaction } from "@/lib/db";
import { networkPrefix } from "@/lib/http/ip-address";
import { readEncrypted, writeEncrypted } from "./store";

// What a session knows of its browser: words and a neighbourhood in the open, the full user agent and address sealed.

export type Client = {
  /** "Firefox on Linux": what a person recognises their device by. */
  device: string;
  /** A rough place that many share: "198.51.100.0/24". */
  network: string | null;
  userAgent: string;
  address: string | null;
};

/** Seals user agent and address of whoever starts or logs in, in the same transaction. */
export async function rememberClient(tx: Transaction, sessionId: string, { userAgent, address }: Client) {
  await writeEncrypted(sessionId, "client", { userAgent, address }, tx);
}

const rememberedSchema = z.object({ userAgent: z.string(), address: z.string().nullable() });

/**
 * Who started, last logged in to or confirmed a session: the full user agent and a rough place. Null when it was never known or
 * its key is gone. Whether the caller may see it is the caller's to decide.
 */
export async function readClient(
  sessionId: string,
): Promise<{ userAgent: string; networkPrefix: string | null } | null> {
  const remembered = rememberedSchema.safeParse(await readEncrypted(sessionId, "client"));
  if (!remembered.success) return null;
  const { userAgent, address } = remembered.data;
  return { userAgent, networkPrefix: networkPrefix(address) };
}
