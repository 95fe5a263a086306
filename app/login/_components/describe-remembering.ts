import { formatDuration } from "@/lib/format/duration";
import { policies } from "@/lib/session/policy";
import { remember } from "@/words/entry";

/** What "Keep me logged in" means, in the policy's numbers. */
export function describeRemembering(): string {
  const { idle, absolute } = policies.remembered;
  return remember.hint(formatDuration(idle), formatDuration(absolute));
}
