import type { ReactNode } from "react";
import { endCustomersSession } from "@/app/admin/sessions/actions";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { formatAgo, formatInstant } from "@/lib/format/dates";
import { describeEndToSupport, describeKind } from "@/lib/session/end-messages";
import type { PastSession } from "@/lib/session/events/history";

/** One of a customer's sessions: live with a button to end it, ended with the reason. */
export function CustomerSession({ user, session }: { user: string; session: PastSession }) {
  const { id, device, kind, since, lastSeenAt, endedAt, endReason, place, now } = session;
  return (
    <li className="row">
      <div>
        <p className="row-name" id={`device-${id}`}>
          {device}
        </p>
        {endReason && <p>{describeEnd(endedAt, describeEndToSupport(endReason, kind))}</p>}
        <p className="text-sm text-soft">
          {describeKind(kind)}, since <Instant at={since}>{formatInstant(since)}</Instant>, last seen{" "}
          <Instant at={lastSeenAt}>{formatAgo(lastSeenAt, now)}</Instant>
          {place && <>, near {place}</>}
        </p>
      </div>
      {!endReason && (
        <form action={endCustomersSession}>
          <input type="hidden" name="user" value={user} />
          <input type="hidden" name="session" value={id} />
          <Button look="quiet" aria-describedby={`device-${id}`}>
            End
          </Button>
        </form>
      )}
    </li>
  );
}

/** When it ended. An overdue session that the sweeper has not met yet has no time. */
function describeEnd(at: Date | null, why: string): ReactNode {
  return at ? (
    <>
      <Instant at={at}>{formatInstant(at)}</Instant>: {why}
    </>
  ) : (
    why
  );
}
