"use client";

import { leaveFor } from "./leave";

/** Navigates hard to where an action led, and tells the other tabs that something changed. */
export function followTo(answer: { status: string; next?: string }) {
  if (answer.status === "gone" && answer.next) leaveFor(answer.next);
}
