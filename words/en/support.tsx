import type { ReactNode } from "react";
import type { Link } from "./link";

export const support = {
  title: "Support",
  lead: "Why was this customer logged out? Every search, look and act is written down under your name.",
  customer: "Name or email of the customer",
  find: "Find",
  nobody: "Nobody has this name or address.",
  everyoneOut: (sessions: number) =>
    `Everyone is logged out: ${sessions === 1 ? "1 session" : `${sessions} sessions`}.`,
  inEmergency: (logEveryoneOut: Link) => <>In an emergency: {logEveryoneOut("log everyone out")}</>,
};

export const everyone = {
  title: "Log everyone out",
  heading: "Log everyone out?",
  lead: "Every customer and every colleague is logged out at once and told that support did it. Carts stay.",
  sure: "Yes, everyone but me",
  unsure: "Please tick the box first.",
  unfinished: "Our books did not answer in time. Some sessions may still be open: press again to go on with the rest.",
  logOut: "Log everyone out",
};

export const customer = {
  title: "A customer’s sessions",
  is: (state: string) => `This account is ${state}.`,
  live: "Logged in now",
  noneLive: "Nowhere.",
  ended: "Logged out",
  noneEnded: (kept: string) => `Nothing ended in the last ${kept}.`,
};

/** What is special about an account, in a word. */
export const states = {
  deleted: "deleted",
  disabled: "disabled",
  staff: "staff",
};

export const acts = {
  endAll: "End all sessions",
  enable: "Enable account",
  disable: "Disable account",
};

/** What an act did. */
export const done = {
  one: "The session is ended.",
  all: "All sessions of this customer are ended.",
  disabled: "The account is disabled and all its sessions are ended.",
  enabled: "The account is enabled again.",
  nothing: "Nothing was changed: it was so already, or it is your own account.",
};

export const customerSession = {
  ended: (at: ReactNode, why: string) => (
    <>
      {at}: {why}
    </>
  ),
  seen: (kind: string, since: ReactNode, ago: ReactNode, place?: string) => (
    <>
      {kind}, since {since}, last seen {ago}
      {place && <>, near {place}</>}
    </>
  ),
  end: "End",
};

export const happenings = {
  title: "What happened",
  by: (colleague: ReactNode) => <>by {colleague}</>,
  bySomebodyWhoLeft: "by somebody who left",
};
