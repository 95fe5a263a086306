import { FlattenedEncrypt, type FlattenedJWE, flattenedDecrypt } from "jose";
import { env } from "@/lib/env";
import type { DraftPurpose } from "./draft-place";

// Encrypts what a session remembers beside login and cart, and mails that wait, and decrypts it again.

/** What something is encrypted for: what was encrypted for one purpose is never decrypted for another. */
export type Purpose = "client" | "order" | "mail" | DraftPurpose;

/** The first key encrypts, all of them decrypt. */
export type KeyRing = { kid: string; key: Uint8Array }[];

/**
 * Encrypts `value` for one session and one purpose: AES-256-GCM with the first key of SESSION_KEYS. Session id and purpose
 * are the additional data, which only the JSON form of a JWE can carry (RFC 7516 section 7.2.2).
 */
export async function encrypt(
  sessionId: string,
  purpose: Purpose,
  value: unknown,
  [first]: KeyRing = env().SESSION_KEYS,
): Promise<FlattenedJWE> {
  if (!first) throw new Error("SESSION_KEYS names no key");
  const { kid, key } = first;
  return new FlattenedEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid })
    .setAdditionalAuthenticatedData(bind(sessionId, purpose))
    .encrypt(key);
}

/**
 * Decrypts what `encrypt` made, with the key of the ring that it names. Null when it cannot be decrypted, because the key is
 * gone, it belongs to another session or purpose, or a byte was changed. Never throws.
 */
export async function decrypt(
  sessionId: string,
  purpose: Purpose,
  sealed: unknown,
  ring: KeyRing = env().SESSION_KEYS,
): Promise<unknown> {
  try {
    const jwe = sealed as FlattenedJWE;
    if (jwe.aad !== encode(bind(sessionId, purpose))) return null;
    const { plaintext } = await flattenedDecrypt(
      jwe,
      ({ kid } = {}) => {
        const key = ring.find((entry) => entry.kid === kid)?.key;
        if (!key) throw new Error("The key is gone");
        return key;
      },
      { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] },
    );
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    return null;
  }
}

function bind(sessionId: string, purpose: Purpose): Uint8Array {
  return new TextEncoder().encode(`${sessionId} ${purpose}`);
}

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
