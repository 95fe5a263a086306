/** What became of mails, to the support team. */
export const mails = {
  title: "Mails",
  lead: "Mails that could not be sent, and those of an order. What they say is sealed; a mail sent again goes to the same address.",
  order: "Number of the order",
  find: "Find",
  setAside: (count: number) =>
    count === 0
      ? "No mail is set aside."
      : `${count === 1 ? "1 mail is" : `${count} mails are`} set aside: nobody tries again until you do.`,
  none: "There is no such mail.",
  noneFailing: "Every mail has been sent.",
  queued: (kind: string, order: string | null) => (order ? `${kind}, ${order}` : kind),
  tried: (tries: number) => (tries === 1 ? "tried once" : `tried ${tries} times`),
  sendAgain: "Send again",
  isQueued: "It is being sent again. Look again in a moment.",
  tooLate: "It was not sent again: its link no longer works, or it is not there any more.",
};

export const kinds: Record<string, string> = {
  order: "Order",
  link: "A link",
  "password changed": "Password changed",
  "address changed": "Address changed",
};

export const states = {
  sent: "sent",
  waiting: "waiting to be sent",
  failing: "could not be sent yet",
  "set aside": "set aside",
};
