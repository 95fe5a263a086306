import { z } from "zod";
import { line as words } from "@/words/line";

/** Replaces zod's default messages, which are for programmers, by one for shoppers. */
export function setOwnMessages(): void {
  z.config({ customError: () => words.unfit });
}
