import type { Metadata } from "next";
import { Unavailable } from "@/components/layout/unavailable";

export const metadata: Metadata = { title: "Back in a moment", robots: { index: false } };

/** What is answered with 503 in place of a page that needs the database, at that page's own address. Reads nothing. */
export default function UnavailablePage() {
  return <Unavailable />;
}
