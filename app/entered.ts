import { redirect } from "next/navigation";
import { safeNextPath } from "@/lib/http/safe-redirect";
import { isScripted } from "./is-scripted";

export type Entered = { status: "entered"; next: string };

/**
 * Where a login leads: to `next`, or the account when nothing was asked for; to the cart when the merge had to cap a
 * line, which is said there. With JavaScript the page looks whether the browser kept the cookie and navigates hard by
 * itself; a plain form is sent past the login page, which looks.
 */
export async function entered({ capped }: { capped: number }, next: unknown): Promise<Entered> {
  const asked = safeNextPath(next);
  const target = capped > 0 ? "/cart" : asked === "/" ? "/account" : asked;
  if (!(await isScripted())) redirect(`/login?next=${encodeURIComponent(target)}&entered`);
  return { status: "entered", next: target };
}
