"use client";

import { loginPath } from "@/lib/http/safe-redirect";
import { saveFormDraft } from "./form-draft";
import { isCookieRefused } from "./session-store";
import { tellTabs } from "./tabs";

let isLeaving = false;

// A page that comes back from the browser's memory has not left after all.
globalThis.addEventListener?.("pageshow", () => {
  isLeaving = false;
});

/**
 * Leaves the page for `url`, hard, so that nothing the router remembers survives, and tells the other tabs why they
 * should look again. Once: going twice would cancel the first answer, and with it the one page that says why.
 */
export function navigateHard(url: string) {
  if (isLeaving) return;
  isLeaving = true;
  tellTabs();
  location.assign(url);
}

/** Goes to log in, and from there back to this page and what was typed on it. */
export async function navigateToLogin() {
  if (isLeaving) return;
  await saveFormDraft();
  const here = location.pathname + location.search;
  navigateHard(loginPath(here));
}

/** Whether the page shows what only a member may see: such pages have `PlainLogOut`. */
export function isPrivatePage(): boolean {
  return document.querySelector("[data-private]") !== null;
}

/** Whether the page shows what only its session may see, a guest's too: such pages have `OwnPage`. */
export function isOwnPage(): boolean {
  return document.querySelector("[data-own]") !== null;
}

/** Follows an action's answer to another page, hard; where it stays, the other tabs are told to look again. */
export function followAnswer(answer: { status: string; next?: string }) {
  if (answer.status === "go" && answer.next) navigateHard(answer.next);
  else tellTabs();
}

/**
 * After a login: tells the other tabs and navigates hard, so that nothing the router remembers of before survives.
 * Where the browser dropped the cookie, the login page says so.
 */
export async function followLogin(answer: { status: string; next?: string }) {
  if (answer.status !== "entered" || !answer.next) return;
  navigateHard((await isCookieRefused()) ? "/login?entered" : answer.next);
}
