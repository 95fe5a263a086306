"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, useState } from "react";
import { isNavigationDelayed, navigateInOrder } from "./navigation-queue";

/** Static pages: prefetching them costs the server little and reads no session. */
const prebuilt = /^\/(?:$|[?#]|(?:shop|products|how-sessions-work|privacy)(?:[/?#]|$))/;

type LinkProps = ComponentProps<typeof Link>;
type AppLinkProps = Omit<LinkProps, "href" | "prefetch" | "replace" | "scroll" | "onNavigate"> & { href: string };

/**
 * A link inside the shop. Static pages are prefetched when the pointer is on the link; pages that read the session never
 * are, since a prefetch is no activity. A form that was sent gets its answer before the link is followed.
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
