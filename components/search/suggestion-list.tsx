import { Photo } from "@/components/ui/photo";
import type { Suggestion } from "@/lib/catalog/search/suggest";

type SuggestionListProps = { suggestions: Suggestion[]; active: number; go: (href: string) => void };

/** The list that the search box controls. The focus stays in the box (aria-activedescendant). */
export function SuggestionList({ suggestions, active, go }: SuggestionListProps) {
  const count = suggestions.length;
  return (
    <>
      <div id="search-suggestions" role="listbox" aria-label="Suggestions" className="suggestions" hidden={count === 0}>
        {suggestions.map(({ name, note, href, photo }, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys
          <div
            key={href}
            id={`suggestion-${place}`}
            role="option"
            aria-selected={place === active}
            className="suggestion"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => go(href)}
          >
            {photo ? <Photo name={photo} alt="" sizes="3rem" /> : <span />}
            <bdi>{name}</bdi>
            <span className="text-soft figures text-sm">{note}</span>
          </div>
        ))}
      </div>
      <span className="sr-only" aria-live="polite">
        {count > 0 && `${count} ${count === 1 ? "suggestion" : "suggestions"}`}
      </span>
    </>
  );
}
