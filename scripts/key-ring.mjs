/** Reads and writes SESSION_KEYS: "kid:key,kid:key", the first one encrypts, all of them decrypt. */
import { randomBytes } from "node:crypto";

/** The longest life of a session (a guest's, lib/session/policy.ts): nothing that was encrypted earlier is still used. */
export const longestSessionDays = 90;

const dayMs = 24 * 60 * 60 * 1000;

/** One entry, named after the day it was made. */
export function makeSessionKey(today = new Date()) {
  return `${today.toISOString().slice(0, 10)}-${randomBytes(3).toString("hex")}:${randomBytes(32).toString("base64url")}`;
}

/**
 * Puts a new key in front and drops those that sealed nothing for the longest session: what counts is when the next key
 * took over, not how old a key is. A key whose name tells no date is kept. Answers with the new ring and the names dropped.
 */
export function rotateRing(ring, today = new Date()) {
  const keys = [makeSessionKey(today), ...ring.split(",").filter(Boolean)];
  const isNeeded = (_, place) => place === 0 || !isLongAgo(keys[place - 1], today);
  const kept = keys.filter(isNeeded);
  return { ring: kept.join(","), dropped: keys.filter((key) => !kept.includes(key)).map((key) => key.split(":")[0]) };
}

/** Whether a key was made, and so replaced the one behind it, longer ago than any session lasts. */
function isLongAgo(key, today) {
  const madeAt = Date.parse(key.slice(0, 10));
  return today.getTime() - madeAt > longestSessionDays * dayMs;
}
