"use server";

import { type GoTo, goTo } from "@/app/go-to";
import { sendVerifyLink } from "@/lib/account-links";
import { confirmAddress } from "@/lib/email-change";
import { getSession, isMember, type Refusal, refusing } from "@/lib/session";
import { type Wait, waiting } from "@/lib/throttle";
import { admitMail } from "@/lib/throttle-network";
import { links, confirmEmail as words } from "@/words/entry";

export type SendAnswer = { status: "idle" } | { status: "sent" | "failed"; message: string } | GoTo | Refusal | Wait;

/** Mails the member a link that proves their address. */
export async function mailVerifyLink(): Promise<SendAnswer> {
  const isSent = await refusing(() =>
    waiting(async () => {
      const session = await getSession();
      if (!isMember(session)) return null;
      await admitMail(session.user.email, "proves");
      return sendVerifyLink(session.userId);
    }),
  );
  if (isSent === null) return goTo("/login?next=%2Fverify-email");
  if (isSent === true) return { status: "sent", message: links.sentToYou };
  if (isSent === false) return { status: "failed", message: links.unsent };
  return isSent;
}

export type ConfirmAnswer = { status: "idle" } | { status: "taken" | "void"; message: string } | GoTo | Refusal;

const refused = { taken: words.taken, void: links.isVoid };

/** Uses the link up for the member it was made for: the address is theirs. */
export async function confirmEmail(_: ConfirmAnswer, form: FormData): Promise<ConfirmAnswer> {
  const done = await refusing(async () => {
    const session = await getSession();
    return isMember(session) ? confirmAddress(session, String(form.get("token") ?? "")) : null;
  });
  if (done === null) return goTo("/login");
  if (done === "confirmed") return goTo("/verify-email");
  return typeof done === "string" ? { status: done, message: refused[done] } : done;
}
