import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { AppLink } from "@/components/ui/link";
import { requireUser } from "@/lib/session";
import { readOwner } from "@/lib/users";
import { overview as words } from "@/words/account";

export const metadata: Metadata = { title: words.title };

export default async function AccountOverviewPage() {
  const session = await requireUser("/account");
  const { user, cartCount, device } = session;
  const isProven = (await readOwner(user.id))?.emailVerifiedAt != null;
  return (
    <AccountPage session={session} current="/account" title={words.hello(<bdi>{user.name}</bdi>)}>
      <dl className="facts mt-8 max-w-2xl">
        <dt>{words.email}</dt>
        <dd>
          <bdi>{user.email}</bdi>
          {!isProven && (
            <>
              {" "}
              <AppLink href="/verify-email" className="button-link">
                {words.confirmEmail}
              </AppLink>
            </>
          )}
        </dd>
        <dt>{words.cart}</dt>
        <dd>
          <AppLink href="/cart" className="button-link">
            {words.pieces(cartCount)}
          </AppLink>
        </dd>
        <dt>{words.device}</dt>
        <dd>{device}</dd>
      </dl>
    </AccountPage>
  );
}
