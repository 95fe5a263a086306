import type { Metadata } from "next";
import { ConfirmEmailForm } from "@/app/verify-email/[token]/_components/confirm-email-form";
import { LinkIsVoid } from "@/components/account/link-is-void";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { Notice } from "@/components/ui/notice";
import { readAddressLink } from "@/lib/account/links";
import { requireUser } from "@/lib/session";

export const metadata: Metadata = { title: "Confirm your address", robots: { index: false } };

export default async function ConfirmEmailPage({ params }: PageProps<"/verify-email/[token]">) {
  const { token } = await params;
  const { userId, user } = await requireUser(`/verify-email/${token}`);
  const link = await readAddressLink(token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-8">Confirm your address</h1>
      {!link && <LinkIsVoid again="/verify-email" />}
      {link && link.user.id !== userId && (
        <Notice tone="problem">
          You are logged in as <bdi>{user.name}</bdi>, and this link is for another account. Please log out first and
          open it again.
        </Notice>
      )}
      {link?.user.id === userId && (
        <>
          <p className="mb-8">
            {link.isChange ? "Your account gets another address:" : "You confirm that this address is yours:"}{" "}
            <bdi>{link.email}</bdi>
          </p>
          <ConfirmEmailForm token={token} />
        </>
      )}
      <PlainLogOut />
    </div>
  );
}
