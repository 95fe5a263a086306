import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { loginPath, safeNextPath } from "@/lib/http/safe-redirect";

/** Whether the page's script called the action. It navigates by itself; a plain form needs a redirect. */
export async function isScripted(): Promise<boolean> {
  return (await headers()).has("next-action");
}

export type GoTo = { status: "go"; next: string };

/** Leads to another page. With JavaScript the browser loads it as a new document; a plain form is redirected. */
export async function goTo(next: string): Promise<GoTo> {
  if (!(await isScripted())) redirect(next);
  return { status: "go", next };
}

export type Entered = { status: "entered"; next: string };

/**
 * Leads on after a login: to `next`, to the account when there is none, or to the cart when the merge capped a line, which
 * the cart explains. With JavaScript the page checks whether the browser kept the cookie and then loads the new document;
 * a plain form is redirected to the login page, which checks that.
 */
export async function goAfterLogin({ capped }: { capped: number }, next: unknown): Promise<Entered> {
  const asked = safeNextPath(next);
  const target = capped > 0 ? "/cart" : asked === "/" ? "/account" : asked;
  if (!(await isScripted())) redirect(`${loginPath(target)}&entered`);
  return { status: "entered", next: target };
}
