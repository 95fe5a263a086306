import type { Metadata } from "next";
import { describeRemembering } from "@/app/login/_components/describe-remembering";
import { LogInByLinkForm } from "@/app/login/link/[token]/_components/log-in-by-link-form";
import { LinkIsVoid } from "@/components/account/link-is-void";
import { type MailLink, readMailToken } from "@/lib/account/mail-tokens";
import { isScripted } from "@/lib/actions/navigate";
import { safeNextPath } from "@/lib/http/safe-redirect";

export const metadata: Metadata = { title: "Log in", robots: { index: false } };

export default async function LogInByLinkPage({ params, searchParams }: PageProps<"/login/link/[token]">) {
  const { token } = await params;
  const next = safeNextPath((await searchParams).next);
  const link = await readMailToken("LOG_IN", token);
  // Next also renders this page in the answer to the login itself, when the link is used up.
  const isOpen = link !== null || (await isScripted());
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-8">Log in</h1>
      {link && <WhoLogsIn link={link} />}
      {isOpen ? (
        <LogInByLinkForm token={token} next={next} rememberHint={describeRemembering()} />
      ) : (
        <LinkIsVoid again="/login" />
      )}
    </div>
  );
}

function WhoLogsIn({ link: { user, email } }: { link: MailLink }) {
  return (
    <>
      <p className="mb-8">
        You are about to log in as <bdi>{user.name}</bdi> (<bdi>{email}</bdi>).
      </p>
      {!user.emailVerifiedAt && (
        <p className="mb-8">
          This is the first time that somebody shows the address to be theirs. So that the account is yours alone, a
          password and addresses from before are removed, and all other devices are logged out.
        </p>
      )}
    </>
  );
}
