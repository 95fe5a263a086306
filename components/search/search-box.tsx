"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { navigateInOrder } from "@/components/ui/navigation-queue";
import { SuggestionList } from "./suggestion-list";
import { useSuggestions } from "./use-suggestions";

/** A plain search form. With JavaScript it suggests while one types: arrows choose, Enter goes, Escape closes. */
export function SearchBox() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const { suggestions, ask } = useSuggestions();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = isOpen ? suggestions : [];

  // The header is the same on every page, so only the browser knows the URL's question.
  useEffect(() => {
    const asked = location.pathname === "/search" && new URLSearchParams(location.search).get("q");
    if (asked && input.current?.value === "") input.current.value = asked;
  }, []);

  function onInput(event: FormEvent<HTMLInputElement>) {
    setOpen(true);
    setActive(-1);
    ask(event.currentTarget.value);
  }

  function go(href: string) {
    setOpen(false);
    setActive(-1);
    navigateInOrder(() => router.push(href));
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = shown[active];
    const typed = input.current?.value.trim() ?? "";
    go(chosen ? chosen.href : typed ? `/search?${new URLSearchParams({ q: typed })}` : "/search");
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && suggestions.length > 0) {
      event.preventDefault();
      setOpen(true);
      // One position more than suggestions: the input itself.
      const places = suggestions.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Escape" && shown.length > 0) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  }

  return (
    <search className="search-box">
      <form action="/search" onSubmit={onSubmit}>
        <label htmlFor="search" className="sr-only">
          Search
        </label>
        <input
          ref={input}
          id="search"
          name="q"
          type="search"
          placeholder="Search"
          maxLength={80}
          autoComplete="off"
          enterKeyHint="search"
          aria-autocomplete="list"
          aria-controls="search-suggestions"
          aria-activedescendant={active >= 0 ? `suggestion-${active}` : undefined}
          onInput={onInput}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
      </form>
      <SuggestionList suggestions={shown} active={active} go={go} />
    </search>
  );
}
