import { type AddressInfo, createServer, type Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real SMTP server of the test's own, which takes every mail and parses it. */
export async function startMailServer() {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    async onData(stream, _, done) {
      mails.push(await simpleParser(stream));
      done();
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((closed) => server.close(() => closed()));
  return { mails, url: `smtp://127.0.0.1:${port}`, stop };
}

/** A mail server that takes connections and never says a word. `givenUp` counts those that the shop has closed again. */
export async function startMuteMailServer() {
  const open = new Set<Socket>();
  const seen = { opened: 0, givenUp: 0 };
  const server = createServer((socket) => {
    seen.opened++;
    open.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => {
      seen.givenUp++;
      open.delete(socket);
    });
    socket.resume();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      for (const socket of open) socket.destroy();
    });
  return { seen, url: `smtp://127.0.0.1:${port}`, stop };
}
