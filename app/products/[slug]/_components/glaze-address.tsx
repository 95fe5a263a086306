"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Puts the chosen glaze's own page into the address bar, so that it can be shared; the radios inside do the rest. */
export function GlazeAddress({ product, children }: { product: string; children: ReactNode }) {
  const picker = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = `/products/${product}`;
    const radios = () => [...(picker.current?.querySelectorAll<HTMLInputElement>("[data-glaze-slug]") ?? [])];
    // Back to a page whose address had followed the choice: the choice follows the address.
    const named = radios().find(({ dataset }) => location.pathname === `${page}/${dataset.glazeSlug}`);
    if (named) named.checked = true;
    let chosen = location.pathname;

    const show = () => {
      const isHere = location.pathname === page || location.pathname.startsWith(`${page}/`);
      // Past Next's router: another glaze would be another page to it, which it would put in the place of this one.
      if (isHere && location.pathname !== chosen)
        History.prototype.replaceState.call(history, history.state, "", chosen);
    };
    const follow = () => {
      const glaze = radios().find(({ checked }) => checked)?.dataset.glazeSlug;
      chosen = glaze ? `${page}/${glaze}` : page;
      show();
    };
    const box = picker.current;
    box?.addEventListener("change", follow);
    // The router writes its own address again when a session starts.
    window.navigation?.addEventListener("currententrychange", show);
    return () => {
      box?.removeEventListener("change", follow);
      window.navigation?.removeEventListener("currententrychange", show);
    };
  }, [product]);
  return <div ref={picker}>{children}</div>;
}
