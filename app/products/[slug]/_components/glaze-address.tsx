"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Shows the address of the chosen glaze's own page, so that it can be shared. The radios inside change what is shown. */
export function GlazeAddress({ product, children }: { product: string; children: ReactNode }) {
  const picker = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = `/products/${product}`;
    const radios = () => [...(picker.current?.querySelectorAll<HTMLInputElement>("[data-glaze-slug]") ?? [])];
    // After Back the choice follows the address.
    const named = radios().find(({ dataset }) => location.pathname === `${page}/${dataset.glazeSlug}`);
    if (named) named.checked = true;
    let chosen = location.pathname;

    const show = () => {
      const isHere = location.pathname === page || location.pathname.startsWith(`${page}/`);
      // Past Next's router, which would load the other glaze's page.
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
    // When a session starts, the router puts its own address back.
    window.navigation?.addEventListener("currententrychange", show);
    return () => {
      box?.removeEventListener("change", follow);
      window.navigation?.removeEventListener("currententrychange", show);
    };
  }, [product]);
  return <div ref={picker}>{children}</div>;
}
