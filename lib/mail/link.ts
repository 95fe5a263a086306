import { env } from "@/lib/env";

/** `path` at the shop's public origin. */
export function createLink(path: string): string {
  return new URL(path, env().SHOP_URL).href;
}
