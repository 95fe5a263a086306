import type { Metadata } from "next";
import { AppLink } from "@/components/ui/link";
import { formatDuration } from "@/lib/format/duration";
import { keepEnded, keepEvents, policies } from "@/lib/session/policy";
import { account, cookie, noCookie, order, session, privacy as words } from "@/words/privacy";

export const metadata: Metadata = { title: words.title, description: words.description };

const { guest, remembered } = policies;

const linkTo = (href: string) => (text: string) => <AppLink href={href}>{text}</AppLink>;

export default function PrivacyPage() {
  return (
    <article className="wrap grid items-start gap-8 pt-10 sm:pt-16 lg:grid-cols-[2fr_3fr]">
      <h1 className="title">{words.title}</h1>
      <div className="prose">
        <p className="lead">{words.lead}</p>

        <h2>{cookie.title}</h2>
        <p>
          {cookie.text(
            formatDuration(guest.absolute),
            formatDuration(remembered.absolute),
            linkTo("/how-sessions-work"),
          )}
        </p>

        <h2>{session.title}</h2>
        <p>{session.text(formatDuration(keepEnded), formatDuration(keepEvents), linkTo("/session"))}</p>

        <h2>{account.title}</h2>
        <p>{account.text(linkTo("/account/security"))}</p>

        <h2>{order.title}</h2>
        <p>{order.text}</p>

        <h2>{noCookie.title}</h2>
        <p>{noCookie.text}</p>
      </div>
    </article>
  );
}
