import type { Metadata } from "next";
import { connection } from "next/server";
import { AddressNotFound } from "@/components/layout/address-not-found";
import { shop } from "@/lib/shop";
import RootLayout from "./layout";

export const metadata: Metadata = { title: `Nothing here · ${shop.name}` };

/**
 * For addresses without a route. Rendered per request, so that its scripts have the request's nonce, and by the server:
 * after `notFound()` in a page only the browser's script shows the text (docs/decisions/0031).
 */
export default async function GlobalNotFound() {
  await connection();
  return (
    <RootLayout>
      <AddressNotFound />
    </RootLayout>
  );
}
