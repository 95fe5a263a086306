import { z } from "zod";

/**
 * One address, as people type it. ASCII and no comma, so that what is counted, looked up and written to is one and the
 * same: mail software reads "a@shop.example,b" and full-width letters in its own way.
 */
export const emailSchema = z
  .string("Please enter your email.")
  .trim()
  .min(1, "Please enter your email.")
  .max(254, "254 characters at most.")
  .pipe(z.email("This does not look like an email address."));
