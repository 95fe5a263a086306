import "server-only";
import { headers } from "next/headers";

/** A page that is asked for ahead: nobody has seen it yet, and perhaps nobody will. */
export async function isPrefetch(): Promise<boolean> {
  return (await headers()).get("sec-purpose")?.startsWith("prefetch") ?? false;
}
