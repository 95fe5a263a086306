import { days, hours, minutes, seconds } from "./policy";

// How the glass box says times: always as durations, since a browser's clock may be wrong.

export type Part = { count: string; unit: string };

/** The two largest units of what is left, rounded up to the second: "29 min 05 s", "23 h 59 min", "13 days 06 h". */
export function sayTimeLeft(ms: number): Part[] {
  const left = Math.max(0, Math.ceil(ms / seconds(1))) * seconds(1);
  const [large, small] = units.slice(units.findIndex(({ from }) => left >= from));
  if (!large) return [];
  const count = Math.floor(left / large.ms);
  const first = { count: String(count), unit: large.name === "day" && count > 1 ? "days" : large.name };
  if (!small) return [first];
  return [first, { count: String(Math.floor((left % large.ms) / small.ms)).padStart(2, "0"), unit: small.name }];
}

const units = [
  { ms: days(1), name: "day", from: days(1) + 1 }, // a day is said as 24 hours
  { ms: hours(1), name: "h", from: hours(1) },
  { ms: minutes(1), name: "min", from: minutes(1) },
  { ms: seconds(1), name: "s", from: 0 },
];

const relative = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** "just now", "41 seconds ago", "1 minute ago", "3 days ago". */
export function sayTimeAgo(ms: number): string {
  if (ms < seconds(5)) return "just now";
  const [size, word] =
    ms >= days(1)
      ? [days(1), "day"]
      : ms >= hours(1)
        ? [hours(1), "hour"]
        : ms >= minutes(1)
          ? [minutes(1), "minute"]
          : [seconds(1), "second"];
  const count = Math.floor(ms / Number(size));
  return `${relative.format(count)} ${word}${count === 1 ? "" : "s"} ago`;
}
