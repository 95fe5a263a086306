import type { CartLine } from "@/lib/cart";
import { formatDuration } from "@/lib/format/duration";
import type { Inside } from "@/lib/session/inspector";
import { findKind, freshFor } from "@/lib/session/policy";
import { sides, states, databaseSide as words } from "@/words/glass-box";
import { Fingerprint } from "./browser-side";
import { TabletShape } from "./key-shapes";
import { Ago, StillFor } from "./ticking";

type Props = { inside: Inside; lines: Pick<CartLine, "quantity">[] };

/** What the database holds: the row and its counts. */
export function DatabaseSide({ inside: { session, row, left, asOf }, lines }: Props) {
  return (
    <section className="glass-side" aria-labelledby="database-side">
      <h2 id="database-side" className="heading">
        {sides.database}
      </h2>
      <TabletShape fingerprint={row.fingerprint} />
      <Fingerprint digits={row.fingerprint}>
        {words.hash}
        {row.replaced > 0 && ` ${words.replaced(row.replaced)}`}
      </Fingerprint>
      <dl className="facts glass-facts">
        <dt>{words.row}</dt>
        <dd>{words.opensNothing(<code className="break-all">{session.id}</code>)}</dd>
        <dt>{words.kind}</dt>
        <dd>{states[findKind(session)]}</dd>
        <dt>{words.device}</dt>
        <dd>{session.device}</dd>
        <dt>{words.created}</dt>
        <dd>
          <Ago ms={row.createdAgo} asOf={asOf} />
        </dd>
        <dt>{words.loggedIn}</dt>
        <dd>{row.loggedInAgo === null ? words.notYet : <Ago ms={row.loggedInAgo} asOf={asOf} />}</dd>
        <dt>{words.lastSeen}</dt>
        <dd>
          <Ago ms={row.lastSeenAgo} asOf={asOf} />
        </dd>
        {session.user && (
          <>
            <dt>{words.freshLogin}</dt>
            <dd>
              <StillFor ms={left.freshInMs} asOf={asOf} over={words.notFresh(formatDuration(freshFor))} />
            </dd>
          </>
        )}
        <dt>{words.cart}</dt>
        <dd>{session.user ? words.withAccount(sayCart(lines)) : words.withRow(sayCart(lines))}</dd>
      </dl>
    </section>
  );
}

function sayCart(lines: Props["lines"]): string {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return pieces === 0 ? words.emptyCart : words.filledCart(lines.length, pieces);
}
