import { redirect } from "next/navigation";
import { isScripted } from "@/app/is-scripted";

export type Gone = { status: "gone"; next: string };

/** Where an action leads: a plain form is redirected; with JavaScript the page navigates hard by itself (`followTo`). */
export async function goTo(next: string): Promise<Gone> {
  if (!(await isScripted())) redirect(next);
  return { status: "gone", next };
}
