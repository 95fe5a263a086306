import { loginPath } from "@/lib/http/safe-redirect";
import { isFreshLogin, isMember, type MemberSession, resumeSession, saveDraft } from "@/lib/session";
import type { Fields } from "@/lib/session/encrypted/draft-place";
import { SessionEnded, TryAgain } from "@/lib/session/errors";
import { type GoTo, goTo } from "./navigate";
import { type Refused, runAction } from "./run";

/**
 * Runs an action's work as the member who sent the form. Everybody else is sent to the login and then to `path`. If their
 * session has just timed out, what they had `typed` is kept for that page (WCAG 2.2 SC 2.2.5); never pass a password. When
 * the work itself ends the session, the login page tells why.
 */
export async function asMember<T>(
  path: string,
  work: (session: MemberSession) => Promise<T>,
  typed: Fields = {},
): Promise<T | GoTo | Refused> {
  return runAction(async () => {
    const session = await resumeSession();
    const toLogin = () => goTo(loginPath(path));
    if (isMember(session))
      return work(session).catch((error) => {
        if (error instanceof SessionEnded) return toLogin();
        throw error;
      });
    if (Object.keys(typed).length > 0) await saveDraft({ path: pageOf(path), given: "once" }, typed);
    return toLogin();
  });
}

/**
 * Like `asMember`, for acts that need a fresh login (ASVS 7.5.1, 7.5.2). Without one nothing is done: the form is kept,
 * the member confirms who they are and comes back to it. `form` never contains a password.
 */
export async function asFreshMember<T>(
  path: string,
  form: { form: string; fields: Fields },
  work: (session: MemberSession) => Promise<T>,
): Promise<T | GoTo | Refused> {
  const once = async (session: MemberSession) => {
    if (await isFreshLogin()) return work(session);
    const place = { path: pageOf(path), form: form.form, given: "once confirmed" } as const;
    if (!(await saveDraft(place, form.fields))) throw new TryAgain("The session ended meanwhile");
    return goToConfirm(path);
  };
  return asMember(path, once, form.fields);
}

function pageOf(path: string): string {
  return path.split("?")[0] ?? path;
}

/** Leads to /confirm, and from there to `path`. */
export async function goToConfirm(path: string): Promise<GoTo> {
  return goTo(`/confirm?next=${encodeURIComponent(path)}`);
}
