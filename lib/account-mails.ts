import { env } from "@/lib/env";
import { type Mail, sendMail } from "@/lib/mail";
import { type Letter, renderLetter } from "@/lib/mail-template";
import { mailTokenLifetime } from "@/lib/mail-tokens";
import { sayDuration } from "@/lib/session/words";

// What the shop writes to account owners. Everybody who is written to as somebody gets the name that belongs to the address.

type Recipient = { name: string; email: string };

const once = `The link works once and for ${sayDuration(mailTokenLifetime)}.`;
const nothingChanged = "If this was not you, do nothing: nothing has changed, and only you have this link.";

export function mailResetLink(to: Recipient, token: string): Promise<boolean> {
  return send(to, "Choose a new password", {
    paragraphs: ["Somebody, we hope you, asked for a new password for your account.", once],
    button: { label: "Choose a new password", url: linkTo(`/reset-password/${token}`) },
    note: nothingChanged,
  });
}

/** `next`: where the link leads once it has logged in. */
export function mailLogInLink(to: Recipient, token: string, next: string): Promise<boolean> {
  const asked = next === "/" ? "" : `?${new URLSearchParams({ next })}`;
  return send(to, "Your link to log in", {
    paragraphs: ["Here is the link to log in that you asked for.", once],
    button: { label: "Log in", url: linkTo(`/login/link/${token}${asked}`) },
    note: `${nothingChanged} Never pass it on: whoever has it can log in as you.`,
  });
}

export function mailVerifyLink(to: Recipient, token: string): Promise<boolean> {
  return send(to, "Confirm your address", {
    paragraphs: ["Thank you for opening an account. Please confirm that this address is yours.", once],
    button: { label: "Confirm my address", url: linkTo(`/verify-email/${token}`) },
    note: "If you have not opened an account, do nothing. With “Forgot your password?” you can make it yours.",
  });
}

export function mailChangeLink(to: Recipient, token: string): Promise<boolean> {
  return send(to, "Confirm your new address", {
    paragraphs: ["You want to use this address for your account. Please confirm that it is yours.", once],
    button: { label: "Confirm my new address", url: linkTo(`/verify-email/${token}`) },
    note: "If this was not you, do nothing: the account keeps its old address.",
  });
}

/** To the address of before: its owner must hear of it even when somebody else did it. */
export function mailAddressChanged(to: Recipient): Promise<boolean> {
  return send(to, "Your address was changed", {
    paragraphs: ["Your account now has another email address. We write to this one for the last time."],
    note: "If this was not you, please answer this mail: we will help.",
  });
}

export function mailPasswordChanged(to: Recipient): Promise<boolean> {
  return send(to, "Your password was changed", {
    paragraphs: ["Your password was just changed, and all your devices were logged out."],
    button: { label: "Log in", url: linkTo("/login") },
    note: "If this was not you, ask for a new password at once with “Forgot your password?” on the login page.",
  });
}

function send({ name, email }: Recipient, subject: string, letter: Omit<Letter, "heading">): Promise<boolean> {
  const paragraphs = [`Hello ${name},`, ...letter.paragraphs];
  const mail: Mail = { to: email, subject, ...renderLetter({ ...letter, heading: subject, paragraphs }) };
  return sendMail(mail);
}

/** `path` at the shop's public origin. */
export function linkTo(path: string): string {
  return new URL(path, env().SHOP_URL).href;
}
