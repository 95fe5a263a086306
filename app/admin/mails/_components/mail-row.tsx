import { sendAgain } from "@/app/admin/mails/actions";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { formatInstant } from "@/lib/format/dates";
import type { QueuedMail } from "@/lib/mail/outbox-support";

const kinds: Record<string, string> = {
  order: "Order",
  link: "A link",
  "password changed": "Password changed",
  "address changed": "Address changed",
};

const states: Record<QueuedMail["state"], string> = {
  sent: "sent",
  waiting: "waiting to be sent",
  failing: "could not be sent yet",
  "set aside": "set aside",
};

/** One queued mail with its button to send it again. `asked`: the order that was searched for. */
export function MailRow({ mail, asked }: { mail: QueuedMail; asked: string }) {
  const { id, kind, orderNumber, createdAt, tries, problem, state } = mail;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <div>
        <p className="row-name">
          {kinds[kind] ?? kind}
          {orderNumber && `, ${orderNumber}`}
        </p>
        <p className="text-soft">
          <Instant at={createdAt}>{formatInstant(createdAt)}</Instant> · {states[state]} ·{" "}
          {tries === 1 ? "tried once" : `tried ${tries} times`}
          {problem && <> · {problem}</>}
        </p>
      </div>
      <form action={sendAgain}>
        <input type="hidden" name="mail" value={id} />
        <input type="hidden" name="order" value={asked} />
        <Button look="quiet">Send again</Button>
      </form>
    </li>
  );
}
