import { sendAgain } from "@/app/admin/mails/actions";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { formatInstant } from "@/lib/format/dates";
import type { QueuedMail } from "@/lib/mail/outbox-support";
import { kinds, states, mails as words } from "@/words/mails";

/** One queued mail with its button to send it again. `asked`: the order that was searched for. */
export function MailRow({ mail, asked }: { mail: QueuedMail; asked: string }) {
  const { id, kind, orderNumber, createdAt, tries, problem, state } = mail;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <div>
        <p className="row-name">{words.queued(kinds[kind] ?? kind, orderNumber)}</p>
        <p className="text-soft">
          <Instant at={createdAt}>{formatInstant(createdAt)}</Instant> · {states[state]} · {words.tried(tries)}
          {problem && <> · {problem}</>}
        </p>
      </div>
      <form action={sendAgain}>
        <input type="hidden" name="mail" value={id} />
        <input type="hidden" name="order" value={asked} />
        <Button look="quiet">{words.sendAgain}</Button>
      </form>
    </li>
  );
}
