import { locale } from "@/lib/format/locale";

const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/Berlin" });

/** "23 November 2026", in the studio's time zone. */
export function formatDay(at: Date): string {
  return day.format(at);
}
