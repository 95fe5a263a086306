import type { Metadata } from "next";
import { LinkIsVoid } from "@/components/account/link-is-void";
import { NewPasswordForm } from "@/components/account/new-password-form";
import { readMailToken } from "@/lib/mail-tokens";

export const metadata: Metadata = { title: "Choose a new password", robots: { index: false } };

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const { token } = await params;
  const link = await readMailToken("RESET_PASSWORD", token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">Choose a new password</h1>
      {link ? (
        <>
          <p className="mb-8 break-words">
            For the account of {link.email}. Saving it logs you out wherever you are logged in.
            {!link.user.emailVerifiedAt && " Addresses saved before are removed, in case they were not yours."}
          </p>
          <NewPasswordForm token={token} email={link.email} />
        </>
      ) : (
        <LinkIsVoid again="/forgot-password" />
      )}
    </div>
  );
}
