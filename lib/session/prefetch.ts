import "server-only";
import { headers } from "next/headers";

/** Whether the browser fetches the page ahead: nobody has seen it yet, and perhaps nobody will. */
export async function isPrefetch(): Promise<boolean> {
  return (await headers()).get("sec-purpose")?.startsWith("prefetch") ?? false;
}
