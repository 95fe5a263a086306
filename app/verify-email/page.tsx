import type { Metadata } from "next";
import { MailVerifyLinkForm } from "@/app/verify-email/_components/mail-verify-link-form";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { requireUser } from "@/lib/session";
import { readOwner } from "@/lib/users";

export const metadata: Metadata = { title: "Your address" };

export default async function VerifyEmailPage() {
  const { userId, user } = await requireUser("/verify-email");
  const isProven = (await readOwner(userId))?.emailVerifiedAt != null;
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-8">Your address</h1>
      {isProven ? (
        <Notice tone="good">
          <bdi>{user.email}</bdi> is confirmed.
        </Notice>
      ) : (
        <>
          <p className="mb-8">
            <bdi>{user.email}</bdi> is not confirmed yet. We mail you a link; with it you show that the address is
            yours.
          </p>
          <MailVerifyLinkForm />
        </>
      )}
      <p className="mt-8">
        <AppLink href="/account" className="button-link">
          Your account
        </AppLink>
      </p>
      <PlainLogOut />
    </div>
  );
}
