import { formatDuration } from "@/lib/format/duration";
import { policies } from "@/lib/session/policy";

/** What "Keep me logged in" means, in the policy's numbers. */
export function describeRemembering(): string {
  const { idle, absolute } = policies.remembered;
  return `For ${formatDuration(idle)} without a visit, ${formatDuration(absolute)} at most. Not on a shared computer.`;
}
