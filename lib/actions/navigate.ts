import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { loginPath, safeNextPath } from "@/lib/http/safe-redirect";

/** Whether a Server Action was called by the page's script, which navigates by itself, or by a plain form, which needs a redirect. */
export async function isScripted(): Promise<boolean> {
  return (await headers()).has("next-action");
}

export type GoTo = { status: "go"; next: string };

/** Where an action leads. With JavaScript the page navigates hard by itself; a plain form is redirected. */
export async function goTo(next: string): Promise<GoTo> {
  if (!(await isScripted())) redirect(next);
  return { status: "go", next };
}

export type Entered = { status: "entered"; next: string };

/**
 * Where a login leads: to `next`, or the account when nothing was asked for; to the cart when the merge had to cap a
 * line, which is said there. With JavaScript the page looks whether the browser kept the cookie and navigates hard by
 * itself; a plain form is sent past the login page, which looks.
 */
export async function goAfterLogin({ capped }: { capped: number }, next: unknown): Promise<Entered> {
  const asked = safeNextPath(next);
  const target = capped > 0 ? "/cart" : asked === "/" ? "/account" : asked;
  if (!(await isScripted())) redirect(`${loginPath(target)}&entered`);
  return { status: "entered", next: target };
}
