import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { CustomerList } from "@/components/support/customer-list";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { requireStaff } from "@/lib/session";
import { search } from "@/lib/support";

export const metadata: Metadata = { title: "Support" };

export default async function SupportPage({ searchParams }: PageProps<"/admin/sessions">) {
  const session = await requireStaff("/admin/sessions");
  const { q, ended } = await searchParams;
  const words = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const found = words ? await search(session, words) : null;
  return (
    <AccountPage
      session={session}
      current="/admin/sessions"
      title="Support"
      lead="Why was this customer logged out? Every search, look and act is written down under your name."
    >
      {typeof ended === "string" && (
        <Notice tone="good" className="mt-8">
          Everyone is logged out: {Number(ended) || 0} sessions.
        </Notice>
      )}
      <search className="mt-10">
        <form action="/admin/sessions" className="flex flex-wrap items-end gap-3">
          <Field
            label="Name or email of the customer"
            name="q"
            type="search"
            defaultValue={words}
            autoComplete="off"
            className="min-w-0 flex-1 basis-56"
          />
          <Button>Find</Button>
        </form>
      </search>
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
