import { z } from "zod";

/** Replaces zod's default messages, which are for programmers, by one for shoppers. */
export function setOwnMessages(): void {
  z.config({ customError: () => "Please check this." });
}
