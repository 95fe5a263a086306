export const dates = {
  inUtc: (instant: string) => `${instant} UTC`,
  justNow: "just now",
};
