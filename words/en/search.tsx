import type { ReactNode } from "react";
import type { Link } from "./link";

export const searchPage = {
  all: "All pieces",
  titleAsked: (question: string, shelf?: string) => (shelf ? `“${question}” in ${shelf}` : `“${question}”`),
  asked: (question: ReactNode) => <>“{question}”</>,
  askedInShelf: (question: ReactNode, shelf: string) => (
    <>
      “{question}” in {shelf}
    </>
  ),
  corrected: (question: ReactNode, meant: ReactNode) => (
    <>
      Nothing matches “{question}”, so these are for {meant}.
    </>
  ),
  pieces: (count: number) => (count === 0 ? "No pieces" : count === 1 ? "1 piece" : `${count} pieces`),
};

export const searchBox = { label: "Search", placeholder: "Search" };

export const suggestions = {
  label: "Suggestions",
  count: (count: number) => `${count} ${count === 1 ? "suggestion" : "suggestions"}`,
};

export const filters = {
  category: "Category",
  allCategories: "All",
  glaze: "Glaze",
  anyGlaze: "Any",
  price: "Price",
  anyPrice: "Any",
  priceFrom: (price: string) => `${price} and more`,
  priceUpTo: (price: string) => `Up to ${price}`,
  priceRange: (from: string, to: string) => `${from} to ${to}`,
  sortBy: "Sort by",
  inStockOnly: "In stock only",
  show: "Show the pieces",
};

/** The orders that the pieces can be shown in, by their names in the address. */
export const sorts = {
  relevance: "Best match",
  "price-up": "Price, low to high",
  "price-down": "Price, high to low",
  newest: "Newest",
};

export const nothingFound = {
  title: "Nothing on our shelves matches.",
  titleFiltered: "Nothing on our shelves matches with these filters.",
  asked: (question: ReactNode) => <>Nothing on our shelves matches “{question}”.</>,
  askedFiltered: (question: ReactNode) => <>Nothing on our shelves matches “{question}” with these filters.</>,
  withoutFilters: "Look again without the filters",
  oneWord: (links: ReactNode) => <>Look for one word alone: {links}</>,
  otherWords: "Try what a piece is for (“noodles”, “tea”), or the colour of its glaze (“blue”, “green”).",
  all: (link: Link) => <>Or look at {link("all the pieces")}.</>,
  shelves: "The shelves",
};

export const pages = {
  label: "Pages",
  previous: "Previous",
  next: "Next",
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
};
