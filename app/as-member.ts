import { getSession, isFreshLogin, isMember, type MemberSession, type Refusal, refusing } from "@/lib/session";
import { keepForm, type PendingForm } from "@/lib/session/pending-form";
import { type Wait, waiting } from "@/lib/throttle";
import { type GoTo, goTo } from "./go-to";

/** Runs an action's work as the member who sent the form. Everybody else goes to log in, and from there to `path`. */
export async function asMember<T>(
  path: string,
  work: (session: MemberSession) => Promise<T>,
): Promise<T | GoTo | Refusal | Wait> {
  return refusing(() =>
    waiting(async () => {
      const session = await getSession();
      return isMember(session) ? work(session) : goTo(`/login?next=${encodeURIComponent(path)}`);
    }),
  );
}

/**
 * Like `asMember`, for acts that need a fresh login (ASVS 7.5.1). Without one nothing is done: what was typed is kept,
 * the member confirms who they are and comes back to the form. `form` never holds a password.
 */
export async function asFreshMember<T>(
  path: string,
  form: PendingForm,
  work: (session: MemberSession) => Promise<T>,
): Promise<T | GoTo | Refusal | Wait> {
  return asMember(path, async (session) => {
    if (await isFreshLogin()) return work(session);
    await keepForm(session, form);
    return goTo(`/confirm?next=${encodeURIComponent(path)}`);
  });
}
