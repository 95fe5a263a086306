import type { ReactNode } from "react";

export const mailbox = {
  title: "Mailbox",
  lead: "This is a demo: mails to everybody arrive here instead of being sent.",
  isEmpty: "There is no mail yet.",
  toAt: (address: ReactNode, time: ReactNode) => (
    <>
      to {address}, {time}
    </>
  ),
};

export const mail = {
  title: "Mail",
  all: "All mails",
  from: "From",
  to: "To",
  sent: "Sent",
};
