import { language } from "./locale";

const instant = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

const MINUTE = 60_000;
const units = [
  { unit: "day", ms: 24 * 60 * MINUTE },
  { unit: "hour", ms: 60 * MINUTE },
  { unit: "minute", ms: MINUTE },
] as const;

/** "23 November 2026 at 17:55 UTC": the server does not know where the reader is. */
export function formatInstant(at: Date): string {
  return `${instant.format(at)} UTC`;
}

/** "just now", "5 minutes ago", "yesterday", "12 days ago". */
export function formatAgo(at: Date, now: Date): string {
  const ms = Math.max(0, now.getTime() - at.getTime());
  const fitting = units.find((unit) => ms >= unit.ms);
  return fitting ? relative.format(-Math.floor(ms / fitting.ms), fitting.unit) : "just now";
}
