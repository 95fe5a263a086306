import type { Metadata } from "next";
import { EndSessionForm, EndSessionsForms } from "@/app/account/sessions/_components/end-session-form";
import { RecentEvents } from "@/app/account/sessions/_components/recent-events";
import { SessionItem } from "@/app/account/sessions/_components/session-item";
import { AccountPage } from "@/components/account/account-page";
import { Notice } from "@/components/ui/notice";
import { isFreshLogin, requireUser } from "@/lib/session";
import { listSessions, listUserEvents } from "@/lib/session/events/history";
import { ownerEventTypes } from "@/lib/session/events/messages";
import { sessions as words } from "@/words/account";

export const metadata: Metadata = { title: words.title };

export default async function SessionsPage({ searchParams }: PageProps<"/account/sessions">) {
  const session = await requireUser("/account/sessions");
  const isConfirmed = "confirmed" in (await searchParams) && (await isFreshLogin());
  const [sessions, events] = await Promise.all([
    listSessions(session.userId),
    listUserEvents(session.userId, { types: ownerEventTypes, limit: 12 }),
  ]);
  const live = sessions.filter(({ endReason }) => endReason === null);
  const here = live.filter(({ id }) => id === session.id);
  const others = live.filter(({ id }) => id !== session.id);
  return (
    <AccountPage session={session} current="/account/sessions" title={words.title} lead={words.lead}>
      {isConfirmed && (
        <Notice tone="good" className="mt-8">
          {words.confirmed}
        </Notice>
      )}
      <EndSessionForm>
        <ul className="rows mt-10">
          {[...here, ...others].map((one) => (
            <SessionItem key={one.id} session={one} isThis={one.id === session.id} />
          ))}
        </ul>
      </EndSessionForm>
      <EndSessionsForms hasOthers={others.length > 0} />
      {events.length > 0 && <RecentEvents events={events} />}
    </AccountPage>
  );
}
