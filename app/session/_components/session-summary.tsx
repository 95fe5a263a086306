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

function describeState(box: GlassBox): ReactNode {
  if (box.state === "none") return "You have none. Your browser holds no key, and our database no row.";
  if (box.state === "ended") return "It is over. The key in your browser opens nothing any more.";
  if (box.state === "guest") return "You are a guest: your browser holds a key, our database a row with your cart.";
  const name = <bdi>{box.inside.session.user?.name}</bdi>;
  if (box.state === "member")
    return <>You are logged in as {name}: your browser holds a key, our database the row it opens.</>;
  if (box.state === "remembered") return <>You are logged in as {name}, and this browser is remembered.</>;
  return <>You are logged in as {name}, one of our staff: your session is kept shorter.</>;
}
