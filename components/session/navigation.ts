"use client";

import { loginPath } from "@/lib/http/safe-redirect";
import { saveFormDraft } from "./form-draft";
import { isCookieRefused } from "./session-store";
import { tellTabs } from "./tabs";

let isLeaving = false;

// A page that comes back from the browser's cache may be left again.
globalThis.addEventListener?.("pageshow", () => {
  isLeaving = false;
});

/**
 * Loads `url` as a new document, so that the router's cache is dropped, and tells the other tabs to look again, unless that
 * page does. Only once: a second navigation would cancel the first answer, which may be the only page that says why.
 */
export function navigateHard(url: string, { tellsTabs = true } = {}) {
  if (isLeaving) return;
  isLeaving = true;
  if (tellsTabs) tellTabs();
  location.assign(url);
}

/** Saves what was typed and goes to the login page, which leads back here. */
export async function navigateToLogin() {
  if (isLeaving) return;
  await saveFormDraft();
  const here = location.pathname + location.search;
  navigateHard(loginPath(here));
}

/** Whether the page is for members only: such pages have `PlainLogOut`. */
export function isPrivatePage(): boolean {
  return document.querySelector("[data-private]") !== null;
}

/** Whether the page belongs to one session, a member's or a guest's: such pages have `OwnPage`. */
export function isOwnPage(): boolean {
  return document.querySelector("[data-own]") !== null;
}

/** Follows an action's answer to another page; if it stays here, tells the other tabs to look again. */
export function followAnswer(answer: { status: string; next?: string }) {
  if (answer.status === "go" && answer.next) navigateHard(answer.next);
  else tellTabs();
}

/** After a login: follows the answer. If the browser dropped the cookie, goes to the login page, which says so. */
export async function followLogin(answer: { status: string; next?: string }) {
  if (answer.status !== "entered" || !answer.next) return;
  navigateHard((await isCookieRefused()) ? "/login?entered" : answer.next);
}
