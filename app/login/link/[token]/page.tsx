import type { Metadata } from "next";
import { LinkIsVoid } from "@/components/account/link-is-void";
import { LogInByLinkForm } from "@/components/account/log-in-by-link-form";
import { readMailToken } from "@/lib/mail-tokens";

export const metadata: Metadata = { title: "Log in", robots: { index: false } };

export default async function LogInByLinkPage({ params }: PageProps<"/login/link/[token]">) {
  const { token } = await params;
  const link = await readMailToken("LOG_IN", token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">Log in</h1>
      {link ? (
        <>
          <p className="mb-8 break-words">
            You are about to log in as {link.user.name} ({link.email}).
          </p>
          {!link.user.emailVerifiedAt && (
            <p className="mb-8">
              This is the first time that somebody shows the address to be theirs. So that the account is yours alone, a
              password chosen before no longer works, and all other devices are logged out.
            </p>
          )}
          <LogInByLinkForm token={token} />
        </>
      ) : (
        <LinkIsVoid again="/login" />
      )}
    </div>
  );
}
