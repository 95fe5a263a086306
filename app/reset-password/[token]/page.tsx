import type { Metadata } from "next";
import { NewPasswordForm } from "@/app/reset-password/[token]/_components/new-password-form";
import { LinkIsVoid } from "@/components/account/link-is-void";
import { readMailToken } from "@/lib/account/mail-tokens";

export const metadata: Metadata = { title: "Choose a new password", robots: { index: false } };

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const { token } = await params;
  const link = await readMailToken("RESET_PASSWORD", token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-8">Choose a new password</h1>
      {link ? (
        <>
          <p className="mb-8">
            For the account of <bdi>{link.email}</bdi>. Saving it logs you out wherever you are logged in.
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
