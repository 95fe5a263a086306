import type { CartLine } from "@/lib/cart";
import type { Inside } from "@/lib/session/inspector";
import { BrowserSide, Stays } from "./browser-side";
import { DatabaseSide } from "./database-side";

/** Both halves of a session, side by side. */
export function Sides({ inside, lines }: { inside: Inside; lines: Pick<CartLine, "quantity">[] }) {
  return (
    <div className="glass-sides">
      <BrowserSide cookie={inside.cookie} stays={<Stays expires={inside.cookie.expires} />} />
      <DatabaseSide inside={inside} lines={lines} />
    </div>
  );
}
