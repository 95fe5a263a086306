import type { ReactNode } from "react";

export const sessionPage = {
  title: "Your session",
  description: "What your browser holds and what the shop’s database holds of your session, side by side.",
};

/** Who the shop takes this browser for. */
export const standing = {
  none: "You have none. Your browser holds no key, and our database no row.",
  ended: "It is over. The key in your browser opens nothing any more.",
  guest: "You are a guest: your browser holds a key, our database a row with your cart.",
  member: (name: ReactNode) => (
    <>You are logged in as {name}: your browser holds a key, our database the row it opens.</>
  ),
  remembered: (name: ReactNode) => <>You are logged in as {name}, and this browser is remembered.</>,
  staff: (name: ReactNode) => <>You are logged in as {name}, one of our staff: your session is kept shorter.</>,
};

/** What has just become of the session. */
export const news = {
  ended: (kept: string) =>
    "You ended your session. The cookie is gone from this browser; " +
    `the row stays ${kept}, ended, with the reason LOGGED_OUT.`,
  over: (idle: string, absolute: string) =>
    "Your session is over: its time was up. " +
    `A guest’s ends after ${idle} without activity or ${absolute} after its start, and takes the cart along.`,
};

export const sides = {
  browser: "In your browser",
  database: "In our database",
  /** Spoken before the eight digits. */
  fingerprint: "Fingerprint",
};

export const browserSide = {
  key: "The key: a token of 256 random bits. It is shown nowhere; these eight digits begin its SHA-256.",
  deadKey: "The key. It opens nothing now. It is shown nowhere; these eight digits begin its SHA-256.",
  cookie: "Cookie",
  onlyOne: (name: ReactNode) => <>{name}, the only one of this shop</>,
  stays: "Stays",
  untilClosed: "until the browser closes",
  until: (date: ReactNode) => <>until {date}, if the session lasts that long</>,
};

/** What each of the cookie's attributes does. */
export const attributes = {
  Secure: "Travels by https only (or within your own computer)",
  HttpOnly: "No script in the page can read it",
  "SameSite=Lax": "Other sites can link here, but not act as you",
  "Path=/": "For the whole shop, and for this host alone",
};

export const databaseSide = {
  hash: "The row keeps the SHA-256 alone. Your key finds the row; the row gives nobody the key.",
  replaced: (count: number) =>
    count === 1
      ? "One replaced key is remembered, so that a copy is noticed."
      : `${count} replaced keys are remembered, so that a copy is noticed.`,
  row: "Row",
  opensNothing: (id: ReactNode) => <>{id}, a name that opens nothing</>,
  kind: "Kind",
  device: "Device",
  created: "Created",
  loggedIn: "Logged in",
  notYet: "not yet",
  lastSeen: "Last seen",
  freshLogin: "Fresh login",
  notFresh: (limit: string) => `No: it is older than ${limit}`,
  cart: "Cart",
  emptyCart: "Empty",
  filledCart: (lines: number, pieces: number) =>
    `${lines} ${lines === 1 ? "line" : "lines"}, ${pieces} ${pieces === 1 ? "piece" : "pieces"}`,
  withAccount: (cart: string) => `${cart}, kept with your account`,
  withRow: (cart: string) => `${cart}, kept with this row`,
};

export const endedSides = {
  stays:
    "until you log in again or it runs out: no page takes a cookie back, since a late answer could clear a newer one",
  kept: (time: string) =>
    `The row is kept ${time} after its end, so that we can still answer why. ` +
    "Your key does not open it, so nothing else of it is shown.",
  reason: "Ended as",
  rule: "Rule",
  doneBy: "Done by",
};

export const nothingYet = {
  noCookie: "No cookie. Looking around sets none, and neither does this page.",
  noRow: "No row. Nobody wrote down that you were here.",
  title: "What would start one",
  lead:
    "The first thing worth remembering: a piece in your cart makes you a guest, a login a member. " +
    "Then come back and watch.",
  fillCart: "Put something into the cart",
};

export const timeLeft = {
  title: "Time left",
  ifNobodyComes: "If nobody comes",
  leftIfNobodyComes: "Time left if nobody comes",
  ofIdle: (limit: string) => `of ${limit} without activity`,
  atTheLatest: "At the latest",
  leftAtTheLatest: "Time left at the latest",
  sinceLogin: (limit: string) => `of ${limit} since the login`,
  sinceStart: (limit: string) => `of ${limit} since the start`,
  lookingOnly:
    "Looking at this page does not count as activity, so both run on while you watch. " +
    "A click or a key press does, as everywhere, but not on these buttons.",
};

export const stillFor = {
  more: (time: string) => `Yes, for ${time} more`,
};

export const shorten = {
  title: "Try it: these only ever shorten your own session",
  passMinutes: "Let 30 minutes pass",
  passDay: "Let a day pass",
  replaceKey: "Replace the key",
  end: "End this session",
};

/** What the buttons answer. */
export const shortened = {
  minutesPassed: "30 minutes have passed.",
  dayPassed: "A day has passed.",
  keyReplaced: "The key was replaced.",
  enoughKeys: "This session has had enough keys.",
  useButtons: "Please use one of the buttons.",
};

/** The states of a session, in the drawing and in the row. */
export const states = {
  none: "no session",
  guest: "guest",
  member: "member",
  remembered: "remembered",
  staff: "staff",
  ended: "ended",
};

export const diagram = {
  title: "Where it stands",
  now: (state: ReactNode) => (
    <>
      Now: {state}. The first piece in the cart makes a guest; a login makes a member, who may be remembered or one of
      our staff, in the same row under a new key. Logging out or time ends it, once.
    </>
  ),
  firstPiece: "first piece",
  logIn: "log in",
  logInNewKey: "log in, new key",
  logOutOrTime: "log out, or time",
  timeOrYou: "time, or you",
  timeOrYouEndIt: "time, or you end it",
};

export const timeline = { title: "What happened" };
