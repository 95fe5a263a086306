"use server";

import { admitMail } from "@/lib/account/admit";
import { confirmAddress } from "@/lib/account/email-change";
import { linkMessages } from "@/lib/account/link-messages";
import { sendVerifyLink } from "@/lib/account/links";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { isMember, resumeSession } from "@/lib/session";

export type SendAnswer = { status: "idle" } | { status: "sent" | "failed"; message: string } | GoTo | Refused;

/** Mails the member a link that proves their address. */
export async function mailVerifyLink(): Promise<SendAnswer> {
  const isSent = await runAction(async () => {
    const session = await resumeSession();
    if (!isMember(session)) return null;
    await admitMail(session.user.email, "proves");
    return sendVerifyLink(session.userId);
  });
  if (isSent === null) return goTo("/login?next=%2Fverify-email");
  if (isSent === true) return { status: "sent", message: "A mail with a link is on its way to you." };
  if (isSent === false)
    return {
      status: "failed",
      message:
        "The mail could not be sent just now. Please ask again if it has not come in a few minutes: we keep trying.",
    };
  return isSent;
}

export type ConfirmAnswer = { status: "idle" } | { status: "taken" | "void"; message: string } | GoTo | Refused;

const refused = { taken: "Another account has this address by now.", void: linkMessages.isVoid };

/** Uses the link, for the member it was made for: the address is proven. */
export async function confirmEmail(_: ConfirmAnswer, form: FormData): Promise<ConfirmAnswer> {
  const done = await runAction(async () => {
    const session = await resumeSession();
    return isMember(session) ? confirmAddress(session, String(form.get("token") ?? "")) : null;
  });
  if (done === null) return goTo("/login");
  if (done === "confirmed") return goTo("/verify-email");
  return typeof done === "string" ? { status: done, message: refused[done] } : done;
}
