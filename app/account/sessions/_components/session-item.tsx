import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { formatAgo, formatInstant } from "@/lib/format/dates";
import { describeKind } from "@/lib/session/end-messages";
import type { PastSession } from "@/lib/session/events/history";
import { session as words } from "@/words/account";

/** One of the member's live sessions. */
export function SessionItem({ session, isThis }: { session: PastSession; isThis: boolean }) {
  const { id, device, kind, since, lastSeenAt, place, now } = session;
  const seen = <Instant at={lastSeenAt}>{formatAgo(lastSeenAt, now)}</Instant>;
  return (
    <li className="row">
      <div>
        <p className="row-name" id={`device-${id}`}>
          {device}
        </p>
        <p className="text-soft">{place ? words.lastSeenNear(seen, place) : words.lastSeen(seen)}</p>
        <p className="text-sm text-soft">
          {words.since(describeKind(kind), <Instant at={since}>{formatInstant(since)}</Instant>)}
        </p>
      </div>
      {isThis ? (
        <p className="row-mark">{words.isThis}</p>
      ) : (
        <Button look="quiet" name="session" value={id} aria-describedby={`device-${id}`}>
          {words.logOut}
        </Button>
      )}
    </li>
  );
}
