"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { getKnownCartCount, isLive, refreshPeek } from "@/components/session/session-store";
import { listenToTabs } from "@/components/session/tabs";

/**
 * Asks for the page anew when another tab changed the cart, and when it opens with another number of pieces than the
 * header knows: Back shows what the router remembers. Only a person's act leads to either, because asking is activity.
 * Where the session is over it does not: the page may be the one that says why, once.
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
