import type { Metadata } from "next";
import { Unavailable } from "@/components/layout/unavailable";

export const metadata: Metadata = { title: "Back in a moment", robots: { index: false } };

/** The 503 page, sent at the address of a page that needs the database. Static: reads nothing of the request. */
export default function UnavailablePage() {
  return <Unavailable />;
}
