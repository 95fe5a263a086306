import { headers } from "next/headers";

/** Whether a Server Action was called by the page's script, which navigates by itself, or by a plain form, which needs a redirect. */
export async function isScripted(): Promise<boolean> {
  return (await headers()).has("next-action");
}
