import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { describeRemembering } from "@/app/login/_components/describe-remembering";
import { LogInForm } from "@/app/login/_components/log-in-form";
import { CookieRefused } from "@/components/session/cookie-refused";
import { EndedNotice } from "@/components/session/ended-notice";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { isScripted } from "@/lib/actions/navigate";
import { readDemoPeople } from "@/lib/demo";
import { safeNextPath } from "@/lib/http/safe-redirect";
import { explainEnd, isMember, resumeSession } from "@/lib/session";

export const metadata: Metadata = { title: "Log in" };

export default async function LogInPage({ searchParams }: PageProps<"/login">) {
  const { next: asked, entered, reset } = await searchParams;
  const next = safeNextPath(asked);
  const session = await resumeSession();
  const hasEntered = entered !== undefined;
  if (hasEntered && isMember(session)) redirect(next);
  const ended = session ? null : await explainEnd();
  const isHere = isMember(session) && !(await isScripted());
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-8">Log in</h1>
      {reset !== undefined && (
        <Notice tone="good" className="mb-8">
          Your new password is saved. Please log in with it.
        </Notice>
      )}
      {ended && reset === undefined && <EndedNotice message={ended} />}
      {hasEntered && !session && (
        <Notice tone="problem" className="mb-8">
          <CookieRefused />
        </Notice>
      )}
      {isHere && (
        <Notice className="mb-8">
          You are logged in as <bdi>{session.user.name}</bdi>.{" "}
          <AppLink href={next === "/" ? "/account" : next} className="button-link">
            Go on
          </AppLink>
        </Notice>
      )}
      <LogInForm next={next} demoPeople={readDemoPeople()} rememberHint={describeRemembering()} />
      <p className="mt-8">
        New here?{" "}
        <AppLink href={`/register?next=${encodeURIComponent(next)}`} className="button-link">
          Create an account
        </AppLink>
      </p>
    </div>
  );
}
