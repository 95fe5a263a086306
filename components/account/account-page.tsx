import type { ReactNode } from "react";
import { MergedNotice } from "@/components/cart/merged-notice";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import type { MemberSession } from "@/lib/session";

const places = [
  { href: "/account", name: "Overview" },
  { href: "/account/orders", name: "Orders" },
  { href: "/account/addresses", name: "Addresses" },
  { href: "/account/sessions", name: "Where you are logged in" },
  { href: "/account/security", name: "Security" },
];

const staffPlaces = [
  { href: "/admin/sessions", name: "Support" },
  { href: "/admin/shelf", name: "The shelf" },
  { href: "/admin/mails", name: "Mails" },
];

type AccountPageProps = {
  session: MemberSession;
  title: ReactNode;
  current: string;
  lead?: ReactNode;
  children: ReactNode;
};

/** A page of the account: its navigation, and "Log out" that works without JavaScript. */
export function AccountPage({ session, title, current, lead, children }: AccountPageProps) {
  const isStaff = session.user.role === "STAFF";
  return (
    <div className="wrap account">
      <nav aria-label="Account" className="account-nav">
        <ul>
          {[...places, ...(isStaff ? staffPlaces : [])].map(({ href, name }) => (
            <li key={href}>
              <AppLink href={href} aria-current={href === current ? "page" : undefined}>
                {name}
              </AppLink>
            </li>
          ))}
        </ul>
        <PlainLogOut />
      </nav>
      <div className="max-w-208">
        <MergedNotice session={session} className="mb-8" />
        <h1 className="text-title">{title}</h1>
        {lead && <p className="lead mt-4 max-w-2xl">{lead}</p>}
        {children}
      </div>
    </div>
  );
}
