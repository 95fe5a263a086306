import type { Link } from "./link";

export const privacy = {
  title: "Privacy",
  description: "One strictly necessary cookie, no trackers, and what the shop writes down.",
  lead: (
    <>
      One strictly necessary cookie, set when you put something in the cart or log in. No analytics, no advertising,
      nothing loaded from anybody else.
    </>
  ),
};

export const cookie = {
  title: "The cookie",
  text: (guestKept: string, memberKept: string, guide: Link) => (
    <>
      It holds a random token and nothing about you. It is sent to this shop only, over an encrypted connection, and
      scripts cannot read it. A guest’s goes after {guestKept} at the latest; a member’s when the browser closes, or
      after {memberKept} with “Keep me logged in”. Without JavaScript, a page of yours sets another and takes it back at
      once, so that the browser forgets the page when you leave it. {guide("How sessions work")} tells the rest.
    </>
  ),
};

export const session = {
  title: "What a session remembers",
  text: (sessionKept: string, logKept: string, yours: Link) => (
    <>
      When it began, when it was last used, your browser and system in words (such as “Firefox on Linux”), and what is
      in the cart. Your network address and your browser’s full name are kept encrypted. {yours("Your session")} shows
      yours. It is deleted {sessionKept} after its end. A log of when sessions began and ended, and why, is kept for{" "}
      {logKept}, with wrong passwords, changes of the account and every look of our support team; it holds neither
      tokens nor full network addresses.
    </>
  ),
};

export const account = {
  title: "What an account holds",
  text: (security: Link) => (
    <>
      Your name, your e-mail address, the addresses you keep, your orders, and your password in a form that cannot be
      turned back into it. You can download what we know and delete the account under {security("Security")}.
    </>
  ),
};

export const order = {
  title: "What an order holds",
  text: (
    <>
      What you bought, where it goes, your e-mail address, and of the card its brand and last four digits. Card numbers
      are never stored. What you type at the checkout is kept encrypted in your session until you order. Orders stay
      when an account is deleted, as bookkeeping asks.
    </>
  ),
};

export const noCookie = {
  title: "Without a cookie",
  text: "You can look at everything here with cookies switched off. Only the cart and your account need one.",
};
