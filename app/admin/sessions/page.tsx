import type { Metadata } from "next";
import { SearchForm } from "@/app/admin/_components/search-form";
import { CustomerList } from "@/app/admin/sessions/_components/customer-list";
import { AccountPage } from "@/components/account/account-page";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { searchCustomers } from "@/lib/account/support";
import { readWholeNumber } from "@/lib/input/decimal";
import { tidyText } from "@/lib/input/text";
import { requireStaff } from "@/lib/session";

export const metadata: Metadata = { title: "Support" };

export default async function SupportPage({ searchParams }: PageProps<"/admin/sessions">) {
  const { q, ended } = await searchParams;
  const asked = typeof q === "string" ? tidyText(q.replace(/\p{Cc}/gu, " ")).slice(0, 100) : "";
  const session = await requireStaff(
    asked ? `/admin/sessions?${new URLSearchParams({ q: asked })}` : "/admin/sessions",
  );
  const found = asked ? await searchCustomers(session, asked) : null;
  return (
    <AccountPage
      session={session}
      current="/admin/sessions"
      title="Support"
      lead="Why was this customer logged out? Every search, look and act is written down under your name."
    >
      {typeof ended === "string" && (
        <Notice tone="good" className="mt-8">
          Everyone is logged out: {countSessions(readWholeNumber(ended) ?? 0)}.
        </Notice>
      )}
      <SearchForm
        action="/admin/sessions"
        label="Name or email of the customer"
        name="q"
        asked={asked}
        className="mt-10"
      />
      {found && <CustomerList customers={found} />}
      <p className="mt-16 border-t border-line pt-6 text-soft">
        In an emergency:{" "}
        <AppLink href="/admin/sessions/everyone" className="button-link">
          log everyone out
        </AppLink>
      </p>
    </AccountPage>
  );
}

function countSessions(count: number): string {
  return count === 1 ? "1 session" : `${count} sessions`;
}
