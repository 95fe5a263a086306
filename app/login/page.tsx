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
import { logIn as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title };

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
      <h1 className="title mb-8">{words.title}</h1>
      {reset !== undefined && (
        <Notice tone="good" className="mb-8">
          {words.passwordSaved}
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
          {words.alreadyIn(<bdi>{session.user.name}</bdi>, (text) => (
            <AppLink href={next === "/" ? "/account" : next} className="button-link">
              {text}
            </AppLink>
          ))}
        </Notice>
      )}
      <LogInForm next={next} demoPeople={readDemoPeople()} rememberHint={describeRemembering()} />
      <p className="mt-8">
        {words.newHere((text) => (
          <AppLink href={`/register?next=${encodeURIComponent(next)}`} className="button-link">
            {text}
          </AppLink>
        ))}
      </p>
    </div>
  );
}
