import type { Metadata } from "next";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { requireUser } from "@/lib/session";
import { readOwner } from "@/lib/users";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { user, cartCount, device } = await requireUser("/account");
  const isProven = (await readOwner(user.id))?.emailVerifiedAt != null;
  return (
    <div className="wrap section">
      <h1 className="title mb-8">Hello, {user.name}</h1>
      <dl className="facts max-w-2xl">
        <dt>Email</dt>
        <dd className="break-words">
          {user.email}
          {!isProven && (
            <>
              {" "}
              <AppLink href="/verify-email" className="button-link">
                Confirm this address
              </AppLink>
            </>
          )}
        </dd>
        <dt>Cart</dt>
        <dd>
          <AppLink href="/cart" className="button-link">
            {cartCount === 0 ? "Empty" : cartCount === 1 ? "1 piece" : `${cartCount} pieces`}
          </AppLink>
        </dd>
        <dt>This device</dt>
        <dd>{device}</dd>
      </dl>
      <PlainLogOut />
    </div>
  );
}
