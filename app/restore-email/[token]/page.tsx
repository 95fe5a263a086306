import type { Metadata } from "next";
import { RestoreEmailForm } from "@/app/restore-email/[token]/_components/restore-email-form";
import { Notice } from "@/components/ui/notice";
import { linkMessages } from "@/lib/account/link-messages";
import { readMailToken } from "@/lib/account/mail-tokens";

export const metadata: Metadata = { title: "Go back to your address", robots: { index: false } };

export default async function RestoreEmailPage({ params }: PageProps<"/restore-email/[token]">) {
  const { token } = await params;
  const link = await readMailToken("RESTORE_EMAIL", token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-8">Go back to your address</h1>
      {link ? (
        <>
          <p className="mb-8 break-words">
            Your account gets {link.email} again. Every device is logged out, the password and saved addresses are
            removed, and you choose a new password.
          </p>
          <RestoreEmailForm token={token} />
        </>
      ) : (
        <Notice tone="problem">{linkMessages.wayBackIsVoid}</Notice>
      )}
    </div>
  );
}
