"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";

type FilterFormProps = {
  children: ReactNode;
  /** What the URL asks for, by field name. Back, Forward and links change it while the form stays. */
  asked: Record<string, string>;
  className?: string;
};

/**
 * A form that sends the search by GET. With JavaScript every choice is sent at once, the URL has only what was chosen,
 * and the focus stays where it is.
 */
export function FilterForm({ children, asked, className }: FilterFormProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const ref = useRef<HTMLFormElement>(null);
  useFollowing(ref, asked);

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === "string" && value ? [[name, value]] : [],
    );
    startTransition(() => router.push(`/search?${new URLSearchParams(chosen)}`, { scroll: false }));
  }

  return (
    <form
      ref={ref}
      action="/search"
      onSubmit={ask}
      onChange={ask}
      aria-busy={isPending}
      className={className}
      autoComplete="off"
    >
      {children}
    </form>
  );
}

/** Sets the fields by hand: React applies `defaultValue` once, and a new key for the form would lose the focus. */
function useFollowing(ref: React.RefObject<HTMLFormElement | null>, asked: Record<string, string>) {
  const key = JSON.stringify(asked);
  useEffect(() => {
    const wanted: Record<string, string> = JSON.parse(key);
    for (const field of ref.current?.elements ?? []) {
      if (field instanceof HTMLSelectElement) field.value = wanted[field.name] ?? "";
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = field.name in wanted;
    }
  }, [ref, key]);
}
