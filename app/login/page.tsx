import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isScripted } from "@/app/is-scripted";
import { LogInForm } from "@/components/account/log-in-form";
import { sayRemembered } from "@/components/account/say-remembered";
import { CookieRefused } from "@/components/session/cookie-refused";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { readDemoPeople } from "@/lib/demo";
import { safeNextPath } from "@/lib/next-path";
import { explain, getSession, isMember } from "@/lib/session";

export const metadata: Metadata = { title: "Log in" };

export default async function LogInPage({ searchParams }: PageProps<"/login">) {
  const { next: asked, entered, reset } = await searchParams;
  const next = safeNextPath(asked);
  const session = await getSession();
  const hasEntered = entered !== undefined;
  if (hasEntered && isMember(session)) redirect(next);
  const ended = session ? null : await explain();
  const isHere = isMember(session) && !(await isScripted());
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">Log in</h1>
      {reset !== undefined && (
        <Notice tone="good" className="mb-8">
          Your new password is saved. Please log in with it.
        </Notice>
      )}
      {ended && reset === undefined && <Notice className="mb-8">{ended}</Notice>}
      {hasEntered && !session && (
        <Notice tone="problem" className="mb-8">
          <CookieRefused />
        </Notice>
      )}
      {isHere && (
        <Notice className="mb-8">
          You are logged in as {session.user.name}.{" "}
          <AppLink href={next === "/" ? "/account" : next} className="button-link">
            Go on
          </AppLink>
        </Notice>
      )}
      <LogInForm next={next} demoPeople={readDemoPeople()} rememberHint={sayRemembered()} />
      <p className="mt-8">
        New here?{" "}
        <AppLink href={`/register?next=${encodeURIComponent(next)}`} className="button-link">
          Create an account
        </AppLink>
      </p>
    </div>
  );
}
