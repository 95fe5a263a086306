import type { ReactNode } from "react";

/** The pages of an account, as its navigation names them. */
export const places = {
  title: "Account",
  overview: "Overview",
  orders: "Orders",
  addresses: "Addresses",
  sessions: "Where you are logged in",
  security: "Security",
  support: "Support",
  shelf: "The shelf",
  mails: "Mails",
};

export const overview = {
  title: "Your account",
  hello: (name: ReactNode) => <>Hello, {name}</>,
  email: "Email",
  confirmEmail: "Confirm this address",
  cart: "Cart",
  pieces: (count: number) => (count === 0 ? "Empty" : count === 1 ? "1 piece" : `${count} pieces`),
  device: "This device",
};

export const sessions = {
  title: places.sessions,
  lead: "Each browser that can see your account now. Log out of any that you do not know, and change your password.",
  happened: "What happened",
  confirmed: "Thank you, it's you. Now choose once more what to log out.",
};

export const session = {
  lastSeen: (ago: ReactNode) => <>Last seen {ago}</>,
  lastSeenNear: (ago: ReactNode, place: string) => (
    <>
      Last seen {ago}, near {place}
    </>
  ),
  since: (kind: string, at: ReactNode) => (
    <>
      {kind}, since {at}
    </>
  ),
  isThis: "This device",
  logOut: "Log out",
};

export const endSessions = {
  everywhereElse: "Log out everywhere else",
  everywhere: "Log out everywhere",
};

/** What became of sessions that were to end. */
export const endedSessions = {
  one: (device: string) => `${device} is logged out.`,
  many: (count: number) => (count === 1 ? "1 device was logged out." : `${count} devices were logged out.`),
  missing: "We could not find that session.",
};

export const security = {
  title: places.security,
  lead: (fresh: string) =>
    `If you logged in more than ${fresh} ago, we ask for your password once more before anything changes.`,
  password: "Password",
  passwordHint: "A new one logs out every other device.",
  details: "Name and email",
  data: "Your data",
  dataHint: "What we keep about you: your account, sessions, what happened, cart, addresses and orders.",
  download: "Download my data",
  deletion: "Delete account",
};

export const changePasswordForm = {
  current: "Current password",
  change: "Change password",
  forgotten: "No password, or forgotten?",
};

export const detailsForm = {
  save: "Save",
};

export const deleteAccountForm = {
  sure: "Delete my account for good",
  sureHint: "Your name, your address and your cart are erased, and every device is logged out. This cannot be undone.",
  remove: "Delete my account",
};

/** To somebody who comes back to a form from confirming who they are. */
export const formNotice = {
  confirmed: "Confirmed. Please check and save.",
};

/** What became of a change to the account. */
export const changed = {
  password: "Your password is changed. All other devices are logged out.",
  details: "Saved.",
  linkSent: "Saved. A mail with a link is on its way to the new address, which is yours once you have used it.",
  linkUnsent:
    "Your name is saved. The mail to the new address could not be sent yet. We keep trying: please ask again if it has not come in a few minutes.",
  unsure: "Please tick the box first: this cannot be undone.",
};

export const dataFile = {
  unavailable: "We cannot reach our books just now. Please try again in a moment.",
};
