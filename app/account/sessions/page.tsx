import type { Metadata } from "next";
import { EndSessionForm, EndSessionsForms } from "@/app/account/sessions/_components/end-session-form";
import { RecentEvents } from "@/app/account/sessions/_components/recent-events";
import { SessionItem } from "@/app/account/sessions/_components/session-item";
import { AccountPage } from "@/components/account/account-page";
import { Notice } from "@/components/ui/notice";
import { isFreshLogin, requireUser } from "@/lib/session";
import { listSessions, listUserEvents } from "@/lib/session/events/history";
import { ownerEventTypes } from "@/lib/session/events/messages";

export const metadata: Metadata = { title: "Where you are logged in" };

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
    <AccountPage
      session={session}
      current="/account/sessions"
      title="Where you are logged in"
      lead="Each browser that can see your account now. Log out of any that you do not know, and change your password."
    >
      {isConfirmed && (
        <Notice tone="good" className="mt-8">
          Thank you, it's you. Now choose once more what to log out.
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
