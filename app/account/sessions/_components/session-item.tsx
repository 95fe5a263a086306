import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { formatAgo, formatInstant } from "@/lib/format/dates";
import { describeKind } from "@/lib/session/end-messages";
import type { PastSession } from "@/lib/session/events/history";

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
        <p className="text-soft">
          Last seen {seen}
          {place && <>, near {place}</>}
        </p>
        <p className="text-sm text-soft">
          {describeKind(kind)}, since <Instant at={since}>{formatInstant(since)}</Instant>
        </p>
      </div>
      {isThis ? (
        <p className="text-small font-medium text-good">This device</p>
      ) : (
        <Button look="quiet" name="session" value={id} aria-describedby={`device-${id}`}>
          Log out
        </Button>
      )}
    </li>
  );
}
