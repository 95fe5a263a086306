import { policies } from "@/lib/session/policy";
import { sayDuration } from "@/lib/session/words";
import { remember } from "@/words/entry";

/** What "Keep me logged in" means, in the policy's numbers. */
export function sayRemembered(): string {
  const { idle, absolute } = policies.remembered;
  return remember.hint(sayDuration(idle), sayDuration(absolute));
}
