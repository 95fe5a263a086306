import type { ReactNode } from "react";
import type { GlassBox } from "@/lib/session/inspector";

/** Says in a sentence who this browser is to the shop. */
export function SessionSummary({ box }: { box: GlassBox }) {
  return (
    <header className="grid max-w-184 gap-4">
      <h1 className="text-title">Your session</h1>
      <p className="lead">{describeState(box)}</p>
    </header>
  );
}

const descriptions: Record<GlassBox["state"], (name: ReactNode) => ReactNode> = {
  none: () => "You have none. Your browser holds no key, and our database no row.",
  ended: () => "It is over. The key in your browser opens nothing any more.",
  guest: () => "You are a guest: your browser holds a key, our database a row with your cart.",
  member: (name) => <>You are logged in as {name}: your browser holds a key, our database the row it opens.</>,
  remembered: (name) => <>You are logged in as {name}, and this browser is remembered.</>,
  staff: (name) => <>You are logged in as {name}, one of our staff: your session is kept shorter.</>,
};

function describeState(box: GlassBox): ReactNode {
  const name = "inside" in box ? box.inside.session.user?.name : null;
  return descriptions[box.state](<bdi>{name}</bdi>);
}
