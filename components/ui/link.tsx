"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, useState } from "react";
import { isNavigationDelayed, navigateInOrder } from "./navigation-queue";

/** Prebuilt pages: fetching them ahead costs the server next to nothing and touches no session. */
const prebuilt = /^\/(?:$|[?#]|(?:shop|products|how-sessions-work|privacy)(?:[/?#]|$))/;

type LinkProps = ComponentProps<typeof Link>;
type AppLinkProps = Omit<LinkProps, "href" | "prefetch" | "replace" | "scroll" | "onNavigate"> & { href: string };

/**
 * The only way to link inside the shop. A prebuilt page is fetched ahead once somebody points at its link, a page that
 * reads the session never: only being asked for may count as a visit. A form that waits for its answer goes first.
 */
export function AppLink({ href, ...rest }: AppLinkProps) {
  const router = useRouter();
  const [isWanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  const isAhead = isWanted && prebuilt.test(href);
  const inOrder: LinkProps["onNavigate"] = (event) => {
    if (!isNavigationDelayed()) return;
    event.preventDefault();
    navigateInOrder(() => router.push(href));
  };
  return (
    <Link
      href={href}
      prefetch={isAhead ? undefined : false}
      onPointerEnter={want}
      onFocus={want}
      onNavigate={inOrder}
      {...rest}
    />
  );
}
