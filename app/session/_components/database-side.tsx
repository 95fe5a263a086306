import type { CartLine } from "@/lib/cart";
import { formatDuration } from "@/lib/format/duration";
import type { Inside } from "@/lib/session/inspector";
import { findKind, freshFor } from "@/lib/session/policy";
import { Fingerprint } from "./browser-side";
import { TabletShape } from "./key-shapes";
import { Ago, StillFor } from "./ticking";

type Props = { inside: Inside; lines: Pick<CartLine, "quantity">[] };

/** What the database holds: the row and its counts. */
export function DatabaseSide({ inside: { session, row, left, asOf }, lines }: Props) {
  return (
    <section className="glass-side" aria-labelledby="database-side">
      <h2 id="database-side" className="text-heading">
        In our database
      </h2>
      <TabletShape fingerprint={row.fingerprint} />
      <Fingerprint digits={row.fingerprint}>
        The row keeps the SHA-256 alone. Your key finds the row; the row gives nobody the key.
        {row.replaced === 1 && " One replaced key is remembered, so that a copy is noticed."}
        {row.replaced > 1 && ` ${row.replaced} replaced keys are remembered, so that a copy is noticed.`}
      </Fingerprint>
      <dl className="facts glass-facts">
        <dt>Row</dt>
        <dd>
          <code className="break-all">{session.id}</code>, a name that opens nothing
        </dd>
        <dt>Kind</dt>
        <dd>{findKind(session)}</dd>
        <dt>Device</dt>
        <dd>{session.device}</dd>
        <dt>Created</dt>
        <dd>
          <Ago ms={row.createdAgo} asOf={asOf} />
        </dd>
        <dt>Logged in</dt>
        <dd>{row.loggedInAgo === null ? "not yet" : <Ago ms={row.loggedInAgo} asOf={asOf} />}</dd>
        <dt>Last seen</dt>
        <dd>
          <Ago ms={row.lastSeenAgo} asOf={asOf} />
        </dd>
        {session.user && (
          <>
            <dt>Fresh login</dt>
            <dd>
              <StillFor ms={left.freshInMs} asOf={asOf} over={`No: it is older than ${formatDuration(freshFor)}`} />
            </dd>
          </>
        )}
        <dt>Cart</dt>
        <dd>
          {describeCart(lines)}, kept with {session.user ? "your account" : "this row"}
        </dd>
      </dl>
    </section>
  );
}

function describeCart(lines: Props["lines"]): string {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (pieces === 0) return "Empty";
  return `${lines.length} ${lines.length === 1 ? "line" : "lines"}, ${pieces} ${pieces === 1 ? "piece" : "pieces"}`;
}
