import type { ReactNode } from "react";
import type { GlassBox } from "@/lib/session/inspector";
import { sessionPage, standing as words } from "@/words/glass-box";

/** Says in a sentence who this browser is to the shop. */
export function SessionSummary({ box }: { box: GlassBox }) {
  return (
    <header className="glass-head">
      <h1 className="title">{sessionPage.title}</h1>
      <p className="lead">{sayStanding(box)}</p>
    </header>
  );
}

function sayStanding(box: GlassBox): ReactNode {
  if (box.standing === "none" || box.standing === "ended" || box.standing === "guest") return words[box.standing];
  return words[box.standing](<bdi>{box.inside.session.user?.name}</bdi>);
}
