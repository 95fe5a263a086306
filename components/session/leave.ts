"use client";

import { loginPath } from "@/lib/http/safe-redirect";
import { tellTabs } from "./tabs";
import { keepTyped } from "./typed";

let isLeaving = false;

// A page that comes back from the browser's memory has not left after all.
globalThis.addEventListener?.("pageshow", () => {
  isLeaving = false;
});

/**
 * Leaves the page for `url`, hard, so that nothing the router remembers survives, and tells the other tabs why they
 * should look again. Once: going twice would cancel the first answer, and with it the one page that says why.
 */
export function leaveFor(url: string) {
  if (isLeaving) return;
  isLeaving = true;
  tellTabs();
  location.assign(url);
}

/** Goes to log in, and from there back to this page and what was typed on it. */
export async function leaveForLogin() {
  if (isLeaving) return;
  await keepTyped();
  const here = location.pathname + location.search;
  leaveFor(loginPath(here));
}

/** Whether the page shows what only a member may see: such pages have `PlainLogOut`. */
export function isPrivatePage(): boolean {
  return document.querySelector("[data-private]") !== null;
}

/** Whether the page shows what only its session may see, a guest's too: such pages have `OwnPage`. */
export function isOwnPage(): boolean {
  return document.querySelector("[data-own]") !== null;
}
