import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "That form arrived broken", robots: { index: false } };

/** The answer of proxy.ts to a form that cannot be read. Static: reads nothing of the request. */
export default function BrokenFormPage() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="text-title">That form arrived broken</h1>
      <p className="lead mt-4 mb-8 max-w-xl">Nothing was done with it. Please go back and send it once more.</p>
      <ButtonLink href="/">Back to the shop</ButtonLink>
    </div>
  );
}
