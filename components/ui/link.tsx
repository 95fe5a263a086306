import Link from "next/link";
import type { ComponentProps } from "react";

/** Prebuilt pages: fetching them ahead costs the server next to nothing and touches no session. */
const prebuilt = /^\/(?:$|[?#]|(?:shop|products|how-sessions-work|privacy)(?:[/?#]|$))/;

type AppLinkProps = Omit<ComponentProps<typeof Link>, "href" | "prefetch"> & { href: string };

/** The only way to link inside the shop. A page that reads the session is never fetched before somebody asks for it. */
export function AppLink({ href, ...rest }: AppLinkProps) {
  return <Link href={href} prefetch={prebuilt.test(href) ? undefined : false} {...rest} />;
}
