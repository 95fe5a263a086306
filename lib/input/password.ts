/** NIST SP 800-63B-4 section 3.1.1.2: a minimum length, a generous maximum, no composition rules. */
export const passwordLength = { min: 8, max: 128 };

/**
 * A password as it is hashed, however the keyboard spells it: in NFC, any blank a space (RFC 8265, OpaqueString). Case
 * stays.
 */
export function preparePassword(password: string): string {
  return password.replace(/\p{Zs}/gu, " ").normalize("NFC");
}
