import { redirect } from "next/navigation";
import { isScripted } from "./is-scripted";

export type GoTo = { status: "go"; next: string };

/** Where an action leads. With JavaScript the page navigates hard by itself; a plain form is redirected. */
export async function goTo(next: string): Promise<GoTo> {
  if (!(await isScripted())) redirect(next);
  return { status: "go", next };
}
