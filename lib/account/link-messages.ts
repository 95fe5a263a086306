/** What is said of links in mails, wherever one is asked for or opened. */
export const linkMessages = {
  sent: "If there is an account with this address, a mail with a link is on its way to it. If none comes, look among the spam or ask again.",
  isVoid: "This link no longer works. Please ask for a new one.",
  wayBackIsVoid: "This link no longer works: it works once, and only for a while.",
};
