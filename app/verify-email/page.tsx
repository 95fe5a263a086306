import type { Metadata } from "next";
import { MailVerifyLinkForm } from "@/app/verify-email/_components/mail-verify-link-form";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { requireUser } from "@/lib/session";
import { readOwner } from "@/lib/users";
import { verifyEmail as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title };

export default async function VerifyEmailPage() {
  const { userId, user } = await requireUser("/verify-email");
  const isProven = (await readOwner(userId))?.emailVerifiedAt != null;
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">{words.title}</h1>
      {isProven ? (
        <Notice tone="good">{words.isProven(<bdi>{user.email}</bdi>)}</Notice>
      ) : (
        <>
          <p className="mb-8">{words.notYet(<bdi>{user.email}</bdi>)}</p>
          <MailVerifyLinkForm />
        </>
      )}
      <p className="mt-8">
        <AppLink href="/account" className="button-link">
          {words.account}
        </AppLink>
      </p>
      <PlainLogOut />
    </div>
  );
}
