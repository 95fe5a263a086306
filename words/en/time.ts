/** The units of what is left, each behind its count: "13 days 06 h". */
export const units = {
  days: (count: number) => (count > 1 ? "days" : "day"),
  hours: () => "h",
  minutes: () => "min",
  seconds: () => "s",
};
