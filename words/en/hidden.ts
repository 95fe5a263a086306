import type { ReactNode } from "react";

/** Puts words into a sentence that are heard and not seen. */
export type Hidden = (text: ReactNode) => ReactNode;
