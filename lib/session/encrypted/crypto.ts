import { FlattenedEncrypt, type FlattenedJWE, flattenedDecrypt } from "jose";
import { env } from "@/lib/env";

// This is the only file that encrypts what a session remembers beside login and cart, and opens it again.

/** What is remembered, each under its own purpose: what was sealed for one is never opened for another. */
export type Purpose = "client" | "confirm" | "checkout" | "draft" | "mail";

/** The first key seals, all of them open. */
export type KeyRing = { kid: string; key: Uint8Array }[];

/**
 * Seals `value` for one session and one purpose: AES-256-GCM under the first key of SESSION_KEYS, with session id and
 * purpose as additional data, which the compact form of a JWE cannot carry (RFC 7516 section 7.2.2).
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
 * Opens what `seal` made, under whichever key of the ring it names. Null for whatever cannot be opened: a key that is
 * gone, another session's or purpose's text, a changed byte. An empty draft, never an error.
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
