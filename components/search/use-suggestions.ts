"use client";

import { useRef, useState } from "react";
import type { Suggestion } from "@/lib/catalog/search/suggest";

/**
 * Suggestions for what is being typed. One request at a time: when its answer is there, the latest words are asked for.
 * So it is as fast as the server, without a timer.
 */
export function useSuggestions() {
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const wanted = useRef("");
  const isAsking = useRef(false);

  async function ask(words: string) {
    wanted.current = words;
    if (isAsking.current) return;
    isAsking.current = true;
    for (let asked: string | null = null; asked !== wanted.current; ) {
      asked = wanted.current;
      const found = asked.trim().length > 1 ? await fetchSuggestions(asked) : [];
      if (asked === wanted.current) setSuggestions(found);
    }
    isAsking.current = false;
  }

  return { suggestions, ask };
}

async function fetchSuggestions(words: string): Promise<Suggestion[]> {
  const response = await fetch(`/api/search/suggest?${new URLSearchParams({ q: words })}`).catch(() => null);
  if (!response?.ok) return [];
  const answer: { suggestions: Suggestion[] } = await response.json();
  return answer.suggestions;
}
