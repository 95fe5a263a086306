import { language } from "./locale";

export const seconds = (n: number) => n * 1000;
export const minutes = (n: number) => seconds(n * 60);
export const hours = (n: number) => minutes(n * 60);
export const days = (n: number) => hours(n * 24);

/** "30 seconds", "30 minutes", "24 hours", "14 days". */
export function formatDuration(ms: number): string {
  const unit = ms < minutes(1) ? "second" : ms < hours(1) ? "minute" : ms <= hours(24) ? "hour" : "day";
  const one = { second: seconds(1), minute: minutes(1), hour: hours(1), day: days(1) }[unit];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(ms / one);
}

// Times in the session page are durations, since a browser's clock may be wrong.

export type Part = { count: string; unit: string };

/** The two largest units of what is left, rounded up to the second: "29 min 05 s", "23 h 59 min", "13 days 06 h". */
export function formatTimeLeft(ms: number): Part[] {
  const left = Math.max(0, Math.ceil(ms / seconds(1))) * seconds(1);
  const [large, small] = units.slice(units.findIndex(({ from }) => left >= from));
  if (!large) return [];
  const count = Math.floor(left / large.ms);
  const first = { count: String(count), unit: large.say(count) };
  if (!small) return [first];
  const rest = Math.floor((left % large.ms) / small.ms);
  return [first, { count: String(rest).padStart(2, "0"), unit: small.say(rest) }];
}

const units = [
  { ms: days(1), say: (count: number) => (count > 1 ? "days" : "day"), from: days(1) + 1 }, // a day is said as 24 hours
  { ms: hours(1), say: () => "h", from: hours(1) },
  { ms: minutes(1), say: () => "min", from: minutes(1) },
  { ms: seconds(1), say: () => "s", from: 0 },
];

const relative = new Intl.RelativeTimeFormat(language);

/** "just now", "41 seconds ago", "1 minute ago", "3 days ago". */
export function formatTimeAgo(ms: number): string {
  if (ms < seconds(5)) return "just now";
  if (ms < minutes(1)) return relative.format(-Math.floor(ms / seconds(1)), "second");
  if (ms < hours(1)) return relative.format(-Math.floor(ms / minutes(1)), "minute");
  if (ms < days(1)) return relative.format(-Math.floor(ms / hours(1)), "hour");
  return relative.format(-Math.floor(ms / days(1)), "day");
}
