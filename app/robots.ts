import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/lib/env";

/** Pages that show a person's things are nobody else's business. Made per request: the build may not know the origin. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const disallow = ["/account", "/admin", "/api", "/cart", "/checkout", "/confirm", "/orders", "/session"];
  return {
    rules: { userAgent: "*", allow: "/", disallow },
    sitemap: new URL("/sitemap.xml", env().SHOP_URL).href,
  };
}
