import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { AppLink } from "@/components/ui/link";
import { requireUser } from "@/lib/session";
import { readOwner } from "@/lib/users";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountOverviewPage() {
  const session = await requireUser("/account");
  const { user, cartCount, device } = session;
  const isProven = (await readOwner(user.id))?.emailVerifiedAt != null;
  return (
    <AccountPage
      session={session}
      current="/account"
      title={
        <>
          Hello, <bdi>{user.name}</bdi>
        </>
      }
    >
      <dl className="facts mt-8 max-w-2xl">
        <dt>Email</dt>
        <dd>
          <bdi>{user.email}</bdi>
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
    </AccountPage>
  );
}
