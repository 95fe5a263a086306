import type { Metadata } from "next";
import { connection } from "next/server";
import { AddressNotFound } from "@/components/layout/address-not-found";
import { shop } from "@/lib/shop";
import RootLayout from "./layout";

export const metadata: Metadata = { title: `Nothing here · ${shop.name}` };

/**
 * For every address that no route knows. Rendered per request, so that its scripts carry the request's nonce, and by the
 * server: what a page says after `notFound()` is left to the browser's script (docs/decisions/0031).
 */
export default async function GlobalNotFound() {
  await connection();
  return (
    <RootLayout>
      <AddressNotFound />
    </RootLayout>
  );
}
