"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { getKnownCartCount, isLive, refreshPeek } from "@/components/session/session-store";
import { listenToTabs } from "@/components/session/tabs";

/**
 * Reloads the page's data when another tab changed the cart, and when the page shows another number of pieces than the
 * header (Back shows what the router remembers). Never by a timer, since reloading counts as activity; and not when the
 * session is over, since this page may be the one that says why.
 */
export function RefreshCart({ count }: { count: number }) {
  const router = useRouter();
  const shown = useRef(count);
  shown.current = count;
  useEffect(() => {
    async function askIf(isNews: (cartCount: number) => boolean) {
      const peek = await refreshPeek();
      if (isLive(peek) && isNews(peek.cartCount)) router.refresh();
    }
    const known = getKnownCartCount();
    if (known !== null && known !== shown.current) askIf((cartCount) => cartCount !== shown.current);
    return listenToTabs(() => askIf(() => true));
  }, [router]);
  return null;
}
