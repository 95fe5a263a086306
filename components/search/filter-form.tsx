"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useTransition } from "react";

/**
 * A form that asks the search by GET. With JavaScript every choice is asked at once, the address names only what was
 * chosen, and the focus stays where it is.
 */
export function FilterForm({ children, className }: { children: ReactNode; className?: string }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === "string" && value ? [[name, value]] : [],
    );
    startTransition(() => router.push(`/search?${new URLSearchParams(chosen)}`, { scroll: false }));
  }

  return (
    <form action="/search" onSubmit={ask} onChange={ask} aria-busy={isPending} className={className} autoComplete="off">
      {children}
    </form>
  );
}
