import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * A real SMTP server of the test's own, which takes every mail and parses it, and knows whom each was for. It takes connections at once, and says its
 * first word when `speaks` is fulfilled. `refuses` says with which code it refuses a receiver, 0 for not.
 */
export async function startMailServer({
  speaks = Promise.resolve(),
  refuses = () => 0,
}: {
  speaks?: Promise<void>;
  refuses?: () => number;
} = {}) {
  const mails: ParsedMail[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ["STARTTLS", "AUTH"],
    onConnect: (_, greet) => speaks.then(() => greet()),
    onRcptTo({ address }, _, done) {
      recipients.push(address);
      const responseCode = refuses();
      done(responseCode ? Object.assign(new Error("Not here"), { responseCode }) : null);
    },
    async onData(stream, _, done) {
      mails.push(await simpleParser(stream));
      done();
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((closed) => server.close(() => closed()));
  /** Those to one address: what else is due in the shop's database may come along. */
  const mailsTo = (address: string) => mails.filter(({ to }) => [to].flat().some((one) => one?.text.includes(address)));
  return { mails, mailsTo, recipients, url: `smtp://127.0.0.1:${port}`, stop };
}
