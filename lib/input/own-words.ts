import { z } from "zod";
import { line as words } from "@/words/line";

/** Whatever a schema has no words of its own for is answered in the shop's: zod's are for programmers. */
export function setOwnMessages(): void {
  z.config({ customError: () => words.unfit });
}
