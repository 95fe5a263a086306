import { Fragment, type ReactNode } from "react";
import { Instant } from "@/components/ui/instant";
import type { Customer } from "@/lib/account/support";
import { formatInstant } from "@/lib/format/dates";
import type { PastSession } from "@/lib/session/events/history";
import { describeToSupport } from "@/lib/session/events/messages";

type EventListProps = { events: Customer["events"]; sessions: PastSession[] };

/** Events, the latest first, with the name of the staff member who caused them. */
export function EventList({ events, sessions }: EventListProps) {
  const known = new Map(sessions.map((session) => [session.id, session]));
  return (
    <section className="mt-12" aria-label="What happened">
      <h2 className="text-heading mb-4">What happened</h2>
      <ol className="events">
        {events.map((event) => {
          const session = known.get(event.sessionId ?? "");
          return (
            <li key={event.id}>
              <Instant at={event.at}>{formatInstant(event.at)}</Instant>
              <div>
                <p>{describeToSupport(event, session?.kind)}</p>
                <p className="text-sm text-soft">
                  {[event.detail.device ? null : session?.device, byWhom(event)].filter(Boolean).map((part, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two parts that never move
                    <Fragment key={place}>
                      {place > 0 && " · "}
                      {part}
                    </Fragment>
                  ))}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function byWhom({ detail, byName }: Customer["events"][number]): ReactNode {
  if (!detail.by) return null;
  return byName === null ? (
    "by somebody who left"
  ) : (
    <>
      by <bdi>{byName}</bdi>
    </>
  );
}
