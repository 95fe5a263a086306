import type { Metadata } from "next";
import { EndedSides } from "@/app/session/_components/ended-sides";
import { EventTimeline } from "@/app/session/_components/event-timeline";
import { NoSession } from "@/app/session/_components/no-session";
import { RefreshSession } from "@/app/session/_components/refresh-session";
import { SessionNews } from "@/app/session/_components/session-news";
import { SessionSummary } from "@/app/session/_components/session-summary";
import { ShortenForms } from "@/app/session/_components/shorten-forms";
import { Sides } from "@/app/session/_components/sides";
import { StateDiagram } from "@/app/session/_components/state-diagram";
import { TimeLeft } from "@/app/session/_components/time-left";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { readCart } from "@/lib/cart";
import { openGlassBox } from "@/lib/session/inspector";

export const metadata: Metadata = {
  title: "Your session",
  description: "What your browser holds and what the shop’s database holds of your session, side by side.",
};

/** Looking is no activity: otherwise it would restart the times that people came to see. */
export default async function SessionPage({ searchParams }: PageProps<"/session">) {
  const { over, ended } = await searchParams;
  const box = await openGlassBox();
  const inside = "inside" in box ? box.inside : null;
  const lines = inside ? await readCart(inside.session) : [];
  return (
    <div className="wrap glass-box">
      <OwnPage />
      <RefreshSession
        left={inside && { asOf: inside.asOf, idleInMs: inside.left.idleInMs }}
        isOver={box.state === "ended"}
      />
      <SessionSummary box={box} />
      <SessionNews box={box} isOver={over !== undefined} isEnded={ended !== undefined} />
      {box.state === "none" && <NoSession />}
      {box.state === "ended" && <EndedSides box={box} />}
      {inside && (
        <>
          <Sides inside={inside} lines={lines} />
          <section className="glass-time" aria-labelledby="time-left">
            <TimeLeft inside={inside} />
            <ShortenForms />
          </section>
        </>
      )}
      <StateDiagram current={box.state} />
      {inside && <EventTimeline events={inside.events} asOf={inside.asOf} />}
      {inside?.session.user && <PlainLogOut />}
    </div>
  );
}
