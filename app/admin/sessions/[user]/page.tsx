import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { stateOf } from "@/app/admin/sessions/_components/customer-list";
import { CustomerActs } from "@/app/admin/sessions/[user]/_components/customer-acts";
import { CustomerSession } from "@/app/admin/sessions/[user]/_components/customer-session";
import { EventList } from "@/app/admin/sessions/[user]/_components/event-list";
import { AccountPage } from "@/components/account/account-page";
import { Notice } from "@/components/ui/notice";
import { readCustomer } from "@/lib/account/support";
import { formatDuration } from "@/lib/format/duration";
import { requireStaff } from "@/lib/session";
import { keepEnded } from "@/lib/session/policy";

export const metadata: Metadata = { title: "A customer’s sessions" };

/** What an act did. */
const messages = new Map([
  ["one", "The session is ended."],
  ["all", "All sessions of this customer are ended."],
  ["disabled", "The account is disabled and all its sessions are ended."],
  ["enabled", "The account is enabled again."],
  ["nothing", "Nothing was changed: it was so already, or it is your own account."],
]);

export default async function CustomerPage({ params, searchParams }: PageProps<"/admin/sessions/[user]">) {
  const { user } = await params;
  const session = await requireStaff(`/admin/sessions/${user}`);
  const customer = z.uuid().safeParse(user).success ? await readCustomer(session, user) : null;
  if (!customer) notFound();
  const { profile, sessions, events } = customer;
  const live = sessions.filter(({ endReason }) => endReason === null);
  const ended = sessions.filter(({ endReason }) => endReason !== null);
  const state = stateOf(profile);
  const message = messages.get(String((await searchParams).done));
  return (
    <AccountPage
      session={session}
      current="/admin/sessions"
      title={<bdi>{profile.name}</bdi>}
      lead={<bdi>{profile.email}</bdi>}
    >
      {state && <p className="mt-2">This account is {state}.</p>}
      {message && (
        <Notice tone="good" className="mt-8">
          {message}
        </Notice>
      )}
      <Part title="Logged in now" isEmpty={live.length === 0} empty="Nowhere.">
        {live.map((one) => (
          <CustomerSession key={one.id} user={profile.id} session={one} />
        ))}
      </Part>
      <CustomerActs profile={profile} hasLive={live.length > 0} />
      <Part
        title="Logged out"
        isEmpty={ended.length === 0}
        empty={`Nothing ended in the last ${formatDuration(keepEnded)}.`}
      >
        {ended.map((one) => (
          <CustomerSession key={one.id} user={profile.id} session={one} />
        ))}
      </Part>
      <EventList events={events} sessions={sessions} />
    </AccountPage>
  );
}

type PartProps = { title: string; isEmpty: boolean; empty: string; children: ReactNode };

function Part({ title, isEmpty, empty, children }: PartProps) {
  return (
    <section className="mt-12" aria-label={title}>
      <h2 className="text-heading mb-4">{title}</h2>
      {isEmpty ? <p className="text-soft">{empty}</p> : <ul className="rows">{children}</ul>}
    </section>
  );
}
