"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/** Prebuilt pages: fetching them ahead costs the server next to nothing and touches no session. */
const prebuilt = /^\/(?:$|[?#]|(?:shop|products|how-sessions-work|privacy)(?:[/?#]|$))/;

type AppLinkProps = Omit<ComponentProps<typeof Link>, "href" | "prefetch"> & { href: string };

/**
 * The only way to link inside the shop. A prebuilt page is fetched ahead once somebody points at its link, a page that
 * reads the session never: only being asked for may count as a visit.
 */
export function AppLink({ href, ...rest }: AppLinkProps) {
  const [isWanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  const isAhead = isWanted && prebuilt.test(href);
  return <Link href={href} prefetch={isAhead ? undefined : false} onPointerEnter={want} onFocus={want} {...rest} />;
}
