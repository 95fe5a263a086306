/** What happens to sessions and accounts, as the glass box explains it. */
export const explained = {
  guestStarted: {
    title: "A guest’s session started",
    text: "The first piece went into the cart. Looking around had started nothing.",
    rule: "ASVS 7.6.2: no session without a deliberate act",
  },
  started: {
    title: "A session started with a login",
    text: "There was no session to take over, so the login made one, under a new key.",
    rule: "ASVS 7.2.3: at least 128 random bits; here 256",
  },
  promoted: {
    title: "The guest logged in",
    text: "The same row, now a member’s. The key was replaced: whoever knew the guest’s gets nowhere with it.",
  },
  confirmed: {
    title: "The password was confirmed",
    text: "The login counts as fresh again, under a new key in the same row.",
  },
  loggedInAgain: { title: "Logged in again" },
  keyReplaced: {
    title: "The key was replaced",
    text: (grace: string) =>
      "A new key in the same row. " +
      `The old one opens nothing; used later than ${grace} after, it counts as a stolen copy.`,
  },
  undone: {
    title: "The key of before came back",
    text: "The new key never arrived in the browser. The cart is there, and what was typed or ordered under it is not.",
  },
  ended: { title: "The session ended" },
  refused: {
    title: "A request was refused",
    text: "Nothing was done, and the refusal was written down.",
    rule: "ASVS 16.3.2: refused attempts are logged",
  },
  reuse: {
    title: "A replaced key came back",
    text: (grace: string) =>
      `It opened nothing. A copy of a logged-in key that returns later than ${grace} ends the session.`,
  },
  aged: {
    title: (time: string) => `You let ${time} pass`,
    text: "All times in the row were moved back together. They only ever move towards the end.",
    rule: "Both limits count from times in the row, by the database’s clock: ASVS 7.3.1 and 7.3.2",
  },
  agedByDay: { title: "You let a day pass" },
  newDevice: {
    title: "A new device logged in",
    text: (device = "such a device") =>
      `No login of the last weeks came from ${device}, so its owner is shown this one.`,
    rule: "ASVS 6.3.5: people hear of unusual logins",
  },
  usedElsewhere: {
    title: "The key came from another device",
    text: (device = "another device") =>
      `It was used from ${device}. Sensitive acts ask for the password again, and the owner is shown it.`,
    rule: "OWASP Session Management: notice a session that changes its client",
  },
  passwordChanged: {
    title: "The password was changed",
    text: "The other sessions ended and this one got a new key.",
  },
  detailsChanged: { title: "Name or address was changed", text: "Changing the address needs a fresh login." },
  dataExported: { title: "The data was downloaded", text: "A download needs a fresh login." },
  accountDeleted: { title: "The account was deleted", text: "All its sessions ended with it." },
  accountDisabled: { title: "The account was disabled", text: "All its sessions ended with it." },
  accountEnabled: { title: "The account was enabled again", text: "Its owner may log in again." },
  lookedAt: { title: "Support looked at the sessions", text: "Every look is written down." },
  searched: { title: "Support searched for customers", text: "Every search is written down." },
  everyoneLoggedOut: { title: "Support logged everyone out", text: "All sessions ended at once." },
  mailSentAgain: { title: "A mail was sent again", text: "Every mail that staff send again is written down." },
  shelfChanged: { title: "A piece on the shelf was changed", text: "Every change of price and stock is written down." },
  unknown: { text: "Written down by a newer version of the shop." },
};

/** The rules behind several events, and those by which a session ends. */
export const rules = {
  fixation: "OWASP Session Management: renew the session ID after login; ASVS 7.2.4",
  reuse: "RFC 9700 section 4.14.2: a replaced token that comes back",
  switchedUser: "ASVS 7.2.4: whoever logs in gets a session of their own",
  rotationLost:
    "OWASP Session Management: a token that never arrived opens nothing, and its session does not wait for it",
  loggedOut: "ASVS 7.4.1: a logout ends the session on the server",
  idle: (limit: string) =>
    `ASVS 7.3.1; OWASP Session Management and NIST SP 800-63B-4: a limit to idleness, here ${limit}`,
  absolute: (limit: string) => `ASVS 7.3.2; NIST SP 800-63B-4: a limit however active, here ${limit}`,
  revokedByUser: "ASVS 7.5.2: people see and end their own sessions",
  revokedByStaff: "ASVS 7.4.5: staff can end sessions",
  passwordChanged: "ASVS 7.4.3: a changed password ends the others",
  passwordGuessed: "ASVS 6.3.1: no cookie lets its holder guess passwords for ever",
  emailChanged: "ASVS 7.4.3: a changed address, where login links go, ends the others",
  sessionLimit: (limit: number) => `ASVS 7.1.2: at most ${limit} sessions at a time`,
  accountClosed: "ASVS 7.4.2: a closed account has no sessions",
};

export const unknownDevice = "an unknown device";

/** To the one it happened to. */
export const toOwner = {
  reuse: "An old copy of your login was used. If that was not you, change your password.",
  newDevice: (device: string) => `You logged in on a new device: ${device}. If that was not you, change your password.`,
  usedElsewhere: (device: string) =>
    `A login of yours was used from ${device}. If that was not you, end it here and change your password.`,
  passwordChanged: "You changed your password. All other devices were logged out.",
  emailChanged: "You changed your email address.",
  nameChanged: "You changed your name.",
  dataExported: "You downloaded your data.",
  accountDisabled: "Our support team disabled your account.",
  accountEnabled: "Our support team enabled your account again.",
};

/** About the one it happened to. */
export const toSupport = {
  started: (device: string, isRemembered: boolean) => `Logged in on ${device}${kept(isRemembered)}.`,
  promoted: (device: string, isRemembered: boolean) => `A guest logged in on ${device}${kept(isRemembered)}.`,
  loggedInAgain: (device: string, isRemembered: boolean) => `Logged in again on ${device}${kept(isRemembered)}.`,
  confirmed: "Confirmed who they are.",
  tokenReplaced: "Got a new token.",
  ended: "Logged out.",
  endedBecause: (reason: string) => `Logged out. ${reason}`,
  tooManyTries: {
    logIn: "Too many tries to log in: had to wait.",
    confirm: "Too many tries to confirm who they are: had to wait.",
  },
  wrongPassword: {
    logIn: "A wrong password was given to log in.",
    confirm: "A wrong password was given to confirm who they are.",
  },
  reuse: "An old copy of the login was used.",
  aged: "They moved the times of their own session back, in the glass box.",
  newDevice: (device: string) => `${device} is new to this account.`,
  usedElsewhere: (device: string) => `The session's cookie came from ${device}.`,
  passwordChanged: "Changed the password.",
  emailChanged: "Changed the email address.",
  nameChanged: "Changed the name.",
  dataExported: "Downloaded their data.",
  accountDeleted: "Deleted the account.",
  accountDisabled: "The account was disabled.",
  accountEnabled: "The account was enabled again.",
  lookedAt: "This page was looked at.",
  mailSentAgain: "Sent a mail again.",
  shelfChanged: (sku: string) => `Changed ${sku} on the shelf.`,
  searched: (found: number) => `Searched for customers; ${found} found.`,
  everyoneLoggedOut: (sessions: number | null) =>
    `Logged everyone out${sessions === null ? "" : sessions === 1 ? ": 1 session" : `: ${sessions} sessions`}.`,
};

function kept(isRemembered: boolean): string {
  return isRemembered ? ", to be kept logged in" : "";
}
