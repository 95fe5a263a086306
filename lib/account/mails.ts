import { env } from "@/lib/env";
import { formatDuration } from "@/lib/format/duration";
import { isolate } from "@/lib/format/isolate";
import { createLink } from "@/lib/mail/link";
import type { Mail } from "@/lib/mail/send";
import { type Letter, renderLetter } from "@/lib/mail/template";
import { mailTokenLifetime, wayBackLifetime } from "./mail-tokens";

// Mails to account owners. An address that nobody has proven may be a stranger's, so its mails contain no text that
// somebody typed, not even a name (docs/decisions/0046).

const nothingChanged = "If this was not you, do nothing: nothing has changed, and only you have this link.";

type Recipient = { name: string; email: string; emailVerifiedAt: Date | null };

export function writeResetLink(to: Recipient, token: string): Mail {
  return writeLink(to, `/reset-password/${token}`, {
    subject: "Choose a new password",
    text: "Somebody, we hope you, asked for a new password for your account.",
    button: "Choose a new password",
    note: nothingChanged,
  });
}

/** `next`: where the link leads once it has logged in. */
export function writeLogInLink(to: Recipient, token: string, next: string): Mail {
  const page = withoutWords(next);
  const asked = page === "/" ? "" : `?${new URLSearchParams({ next: page })}`;
  return writeLink(to, `/login/link/${token}${asked}`, {
    subject: "Your link to log in",
    text: "Here is the link to log in that you asked for.",
    button: "Log in",
    note: `${nothingChanged} Never pass it on: whoever has it can log in as you.`,
  });
}

/** Keeps only the page: whoever asks for a link may not be its reader, and could put any text into the query. */
function withoutWords(path: string): string {
  const { pathname } = new URL(path, env().SHOP_URL);
  return /^[\w/-]{1,80}$/.test(pathname) ? pathname : "/";
}

export function writeVerifyLink(to: Recipient, token: string): Mail {
  return writeLink(to, `/verify-email/${token}`, {
    subject: "Confirm your address",
    text: "Thank you for opening an account. Please confirm that this address is yours.",
    button: "Confirm my address",
    note: "If you have not opened an account, do nothing. With “Forgot your password?” you can make it yours.",
  });
}

export function writeChangeLink(to: Recipient, token: string): Mail {
  return writeLink(to, `/verify-email/${token}`, {
    subject: "Confirm your new address",
    text: "You want to use this address for your account. Please confirm that it is yours.",
    button: "Confirm my new address",
    note: "If this was not you, do nothing: the account keeps its old address.",
  });
}

/** Goes to the former address, so that its owner learns of a change that somebody else made. */
export function writeAddressChanged(to: Recipient, wayBack: string): Mail {
  return writeLink(to, `/restore-email/${wayBack}`, {
    subject: "Your address was changed",
    text: "Your account now has another email address. We write to this one for the last time.",
    button: "Go back to this address",
    note: "If this was you, do nothing. If not, the button gives your account this address again, logs out every device and asks you for a new password.",
    lifetime: wayBackLifetime,
  });
}

export function writePasswordChanged(to: Recipient): Mail {
  return write(to, "Your password was changed", {
    paragraphs: ["Your password was just changed, and all your devices were logged out."],
    button: { label: "Log in", url: createLink("/login") },
    note: "If this was not you, ask for a new password at once with “Forgot your password?” on the login page.",
  });
}

type LinkLetter = { subject: string; text: string; button: string; note: string; lifetime?: number };

/** A letter about a link to `path` that works once. */
function writeLink(to: Recipient, path: string, letter: LinkLetter): Mail {
  const { subject, text, button, note, lifetime = mailTokenLifetime } = letter;
  const once = `The link works once and for ${formatDuration(lifetime)}.`;
  return write(to, subject, { paragraphs: [text, once], button: { label: button, url: createLink(path) }, note });
}

function write(to: Recipient, subject: string, letter: Omit<Letter, "heading">): Mail {
  const { name, email, emailVerifiedAt } = to;
  const hello = emailVerifiedAt && name ? `Hello ${isolate(name)},` : "Hello,";
  const paragraphs = [hello, ...letter.paragraphs];
  return { to: email, subject, ...renderLetter({ ...letter, heading: subject, paragraphs }) };
}
