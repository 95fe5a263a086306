import { env } from "@/lib/env";
import { formatDuration } from "@/lib/format/duration";
import { isolate } from "@/lib/format/isolate";
import { createLink } from "@/lib/mail/link";
import type { Mail } from "@/lib/mail/send";
import { type Letter, renderLetter } from "@/lib/mail/template";
import * as words from "@/words/letters";
import { mailTokenLifetime, wayBackLifetime } from "./mail-tokens";

// What the shop writes to account owners. A name is typed by whoever has the account, and an address that nobody has
// proven may be a stranger's: it gets no word that somebody typed (docs/decisions/0046).

type Recipient = { name: string; email: string; emailVerifiedAt: Date | null };

export function writeResetLink(to: Recipient, token: string): Mail {
  return writeLink(to, words.resetLink, `/reset-password/${token}`);
}

/** `next`: where the link leads once it has logged in. */
export function writeLogInLink(to: Recipient, token: string, next: string): Mail {
  const page = withoutWords(next);
  const asked = page === "/" ? "" : `?${new URLSearchParams({ next: page })}`;
  return writeLink(to, words.logInLink, `/login/link/${token}${asked}`);
}

/** Only which page: a query can say anything, and who asks for a link need not be who reads it. */
function withoutWords(path: string): string {
  const { pathname } = new URL(path, env().SHOP_URL);
  return /^[\w/-]{1,80}$/.test(pathname) ? pathname : "/";
}

export function writeVerifyLink(to: Recipient, token: string): Mail {
  return writeLink(to, words.verifyLink, `/verify-email/${token}`);
}

export function writeChangeLink(to: Recipient, token: string): Mail {
  return writeLink(to, words.changeLink, `/verify-email/${token}`);
}

/** To the address of before: its owner must hear of it even when somebody else did it. */
export function writeAddressChanged(to: Recipient, wayBack: string): Mail {
  return writeLink(to, words.addressChanged, `/restore-email/${wayBack}`, wayBackLifetime);
}

export function writePasswordChanged(to: Recipient): Mail {
  const { subject, text, button, note } = words.passwordChanged;
  return write(to, subject, { paragraphs: [text], button: { label: button, url: createLink("/login") }, note });
}

type LinkWords = { subject: string; text: string; button: string; note: string };

/** A letter about a link to `path` that works once. */
function writeLink(
  to: Recipient,
  { subject, text, button, note }: LinkWords,
  path: string,
  lifetime = mailTokenLifetime,
): Mail {
  const once = words.letter.linkWorks(formatDuration(lifetime));
  return write(to, subject, { paragraphs: [text, once], button: { label: button, url: createLink(path) }, note });
}

function write(to: Recipient, subject: string, letter: Omit<Letter, "heading">): Mail {
  const { name, email, emailVerifiedAt } = to;
  const paragraphs = [words.letter.hello(emailVerifiedAt && isolate(name)), ...letter.paragraphs];
  return { to: email, subject, ...renderLetter({ ...letter, heading: subject, paragraphs }) };
}
