import type { Metadata } from "next";
import { NewPasswordForm } from "@/app/reset-password/[token]/_components/new-password-form";
import { LinkIsVoid } from "@/components/account/link-is-void";
import { readMailToken } from "@/lib/account/mail-tokens";
import { resetPassword as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title, robots: { index: false } };

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const { token } = await params;
  const link = await readMailToken("RESET_PASSWORD", token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">{words.title}</h1>
      {link ? (
        <>
          <p className="mb-8">
            {words.lead(<bdi>{link.email}</bdi>)}
            {!link.user.emailVerifiedAt && ` ${words.addressesGo}`}
          </p>
          <NewPasswordForm token={token} email={link.email} />
        </>
      ) : (
        <LinkIsVoid again="/forgot-password" />
      )}
    </div>
  );
}
