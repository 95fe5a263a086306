import type { Metadata } from "next";
import { Unavailable } from "@/components/layout/unavailable";
import { unavailable as words } from "@/words/site";

export const metadata: Metadata = { title: words.title, robots: { index: false } };

/** What is answered with 503 in place of a page that needs the database, at that page's own address. Reads nothing. */
export default function UnavailablePage() {
  return <Unavailable />;
}
