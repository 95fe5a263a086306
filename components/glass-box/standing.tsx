import type { GlassBox } from "@/lib/session/glass-box";

/** Who the shop takes this browser for, in a sentence. */
export function Standing({ box }: { box: GlassBox }) {
  return (
    <header className="glass-head">
      <h1 className="title">Your session</h1>
      <p className="lead">{sayStanding(box)}</p>
    </header>
  );
}

function sayStanding(box: GlassBox): string {
  if (box.standing === "none") return "You have none. Your browser holds no key, and our database no row.";
  if (box.standing === "ended") return "It is over. The key in your browser opens nothing any more.";
  const name = box.inside.session.user?.name;
  switch (box.standing) {
    case "guest":
      return "You are a guest: your browser holds a key, our database a row with your cart.";
    case "remembered":
      return `You are logged in as ${name}, and this browser is remembered.`;
    case "staff":
      return `You are logged in as ${name}, one of our staff: your session is kept shorter.`;
    default:
      return `You are logged in as ${name}: your browser holds a key, our database the row it opens.`;
  }
}
