import { Fragment } from "react";
import { MailTime } from "@/app/mailbox/_components/mail-list";
import type { KeptMail } from "@/lib/mail/send";

/** A mail's text part, with working links. */
export function MailView({ subject, from, to, at, text }: KeptMail) {
  return (
    <article>
      <h1 className="text-heading">{subject}</h1>
      <dl className="facts mt-6">
        <dt>From</dt>
        <dd>
          <bdi>{from}</bdi>
        </dd>
        <dt>To</dt>
        <dd>
          <bdi>{to}</bdi>
        </dd>
        <dt>Sent</dt>
        <dd>
          <MailTime at={at} />
        </dd>
      </dl>
      <p className="mt-8 wrap-anywhere whitespace-pre-wrap">
        {text.split(/(https?:\/\/\S+)/).map((part, index) =>
          index % 2 === 1 ? (
            <a key={part} href={part} className="button-link">
              {part}
            </a>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
            <Fragment key={index}>{part}</Fragment>
          ),
        )}
      </p>
    </article>
  );
}
