import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

export type Hash = Uint8Array<ArrayBuffer>;

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 random bits as 43 base64url characters (OWASP asks for at least 64 bits of entropy; ASVS 7.2.3 for 128). */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Whether `text` has the shape of a token; anything else is refused before it reaches SQL. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN.test(text);
}

const PAGE_KEY = /^[0-9a-f]{64}$/;

/** The key that a page sends back with its forms: 256 random bits, known to its reader alone. It opens nothing by itself. */
export function createPageKey(): string {
  return randomBytes(TOKEN_BYTES).toString("hex");
}

/** Whether `sent` has the shape of a page's key. */
export function isPageKey(sent: unknown): sent is string {
  return typeof sent === "string" && PAGE_KEY.test(sent);
}

/** Computes the token that replaces `token` for the page with the key `page`: always the same one, and secret without AUTH_SECRET and both of them. */
export function deriveToken(token: string, page: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`after ${token} for ${page}`).digest("base64url");
}

/** SHA-256 of the token: only this is stored. No salt or stretching is needed, since the input is 256 random bits. */
export function hashToken(token: string): Hash {
  return Uint8Array.from(createHash("sha256").update(token).digest());
}

/** How much of a hash the glass box shows: 32 bits tell sessions apart and say nothing about the token. */
export const fingerprintBytes = 4;

/** The first characters of a token's SHA-256 in hexadecimal, which may be shown. */
export function computeFingerprint(token: string): string {
  return Buffer.from(hashToken(token)).toString("hex", 0, fingerprintBytes);
}
