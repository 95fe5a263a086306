import { Instant } from "@/components/ui/instant";
import { formatInstant } from "@/lib/format/dates";
import type { PastEvent } from "@/lib/session/events/history";
import { describeToOwner } from "@/lib/session/events/messages";

/** Events that the owner of the account should know of, the latest first. */
export function RecentEvents({ events }: { events: PastEvent[] }) {
  return (
    <section className="mt-16" aria-labelledby="happenings">
      <h2 id="happenings" className="text-heading mb-4">
        What happened
      </h2>
      <ul className="events">
        {events.map((event) => (
          <li key={event.id}>
            <Instant at={event.at}>{formatInstant(event.at)}</Instant>
            <p>{describeToOwner(event)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
