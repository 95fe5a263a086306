import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { brokenForm as words } from "@/words/site";

export const metadata: Metadata = { title: words.title, robots: { index: false } };

/** What proxy.ts answers to a form that cannot be read, at the address it was sent to. Reads nothing. */
export default function BrokenFormPage() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="title">{words.title}</h1>
      <p className="lead mt-4 mb-8 max-w-xl">{words.lead}</p>
      <ButtonLink href="/">{words.back}</ButtonLink>
    </div>
  );
}
