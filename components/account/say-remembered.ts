import { policies } from "@/lib/session/policy";
import { sayDuration } from "@/lib/session/words";

/** What "Keep me logged in" means, in the policy's numbers. */
export function sayRemembered(): string {
  const { idle, absolute } = policies.remembered;
  return `For ${sayDuration(idle)} without a visit, ${sayDuration(absolute)} at most. Not on a shared computer.`;
}
