import type { ReactNode } from "react";

/** A link inside a sentence, which only its text belongs to. */
export type Link = (text: string) => ReactNode;
