import type { Metadata } from "next";
import { EndedSides } from "@/components/glass-box/ended-sides";
import { EventTimeline } from "@/components/glass-box/event-timeline";
import { KeepCurrent } from "@/components/glass-box/keep-current";
import { NothingYet } from "@/components/glass-box/nothing-yet";
import { SessionNews } from "@/components/glass-box/session-news";
import { ShortenForms } from "@/components/glass-box/shorten-forms";
import { Sides } from "@/components/glass-box/sides";
import { Standing } from "@/components/glass-box/standing";
import { StateDiagram } from "@/components/glass-box/state-diagram";
import { TimeLeft } from "@/components/glass-box/time-left";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { readCart } from "@/lib/cart";
import { openGlassBox } from "@/lib/session/glass-box";
import { sessionPage as words } from "@/words/glass-box";

export const metadata: Metadata = { title: words.title, description: words.description };

/** Only looks: it counts as no activity, so that the times people came to see do not start anew. */
export default async function SessionPage({ searchParams }: PageProps<"/session">) {
  const { over, ended } = await searchParams;
  const box = await openGlassBox();
  const inside = "inside" in box ? box.inside : null;
  const lines = inside ? await readCart(inside.session) : [];
  return (
    <div className="wrap glass-box">
      <OwnPage />
      <KeepCurrent
        left={inside && { asOf: inside.asOf, idleInMs: inside.left.idleInMs }}
        isOver={box.standing === "ended"}
      />
      <Standing box={box} />
      <SessionNews box={box} isOver={over !== undefined} isEnded={ended !== undefined} />
      {box.standing === "none" && <NothingYet />}
      {box.standing === "ended" && <EndedSides box={box} />}
      {inside && (
        <>
          <Sides inside={inside} lines={lines} />
          <section className="glass-time" aria-labelledby="time-left">
            <TimeLeft inside={inside} />
            <ShortenForms />
          </section>
        </>
      )}
      <StateDiagram standing={box.standing} />
      {inside && <EventTimeline events={inside.events} asOf={inside.asOf} />}
      {inside?.session.user && <PlainLogOut />}
    </div>
  );
}
