import { AppLink } from "@/components/ui/link";
import type { KeptMail } from "@/lib/mail/send";

export function MailList({ mails }: { mails: KeptMail[] }) {
  if (mails.length === 0) return <p className="mt-10">There is no mail yet.</p>;
  return (
    <ul className="mt-10 border-t border-line">
      {mails.map(({ id, at, to, subject }) => (
        <li key={id} className="border-b border-line py-4">
          <AppLink href={`/mailbox/${id}`} className="button-link font-medium">
            <bdi>{subject}</bdi>
          </AppLink>
          <p className="text-sm text-soft">
            to <bdi>{to}</bdi>, <MailTime at={at} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Always in UTC, so that server and browser write the same. */
export function MailTime({ at }: { at: string }) {
  return (
    <time dateTime={at} className="figures">
      {at.slice(0, 16).replace("T", " ")} UTC
    </time>
  );
}
