import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/lib/env";

/** Keeps search engines off personal pages. Made per request, since the build may not know the origin. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const disallow = ["/account", "/admin", "/api", "/cart", "/checkout", "/confirm", "/orders", "/session"];
  return {
    rules: { userAgent: "*", allow: "/", disallow },
    sitemap: new URL("/sitemap.xml", env().SHOP_URL).href,
  };
}
