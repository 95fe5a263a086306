import { z } from "zod";
import { wrongEmail } from "@/words/address";

const MAX_LENGTH = 254;

/**
 * One address, as people type it. ASCII and no comma, so that what is counted, looked up and written to is one and the
 * same: mail software reads "a@shop.example,b" and full-width letters in its own way.
 */
export const emailSchema = z
  .string(wrongEmail.none)
  .trim()
  .min(1, wrongEmail.none)
  .max(MAX_LENGTH, wrongEmail.tooLong(MAX_LENGTH))
  .pipe(z.email(wrongEmail.notAnEmail));
