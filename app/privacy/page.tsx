import type { Metadata } from "next";
import { AppLink } from "@/components/ui/link";
import { formatDuration } from "@/lib/format/duration";
import { keepEnded, keepEvents, policies } from "@/lib/session/policy";

export const metadata: Metadata = {
  title: "Privacy",
  description: "One strictly necessary cookie, no trackers, and what the shop writes down.",
};

const { guest, remembered } = policies;

export default function PrivacyPage() {
  return (
    <article className="wrap grid items-start gap-8 pt-10 sm:pt-16 lg:grid-cols-[2fr_3fr]">
      <h1 className="text-title">Privacy</h1>
      <div className="prose">
        <p className="lead">
          One strictly necessary cookie, set when you put something in the cart or log in. No analytics, no advertising,
          nothing loaded from anybody else.
        </p>

        <h2>The cookie</h2>
        <p>
          It holds a random token and nothing about you. It is sent to this shop only, over an encrypted connection, and
          scripts cannot read it. A guest’s goes after {formatDuration(guest.absolute)} at the latest; a member’s when
          the browser closes, or after {formatDuration(remembered.absolute)} with “Keep me logged in”. Without
          JavaScript, a page of yours sets another and takes it back at once, so that the browser forgets the page when
          you leave it. <AppLink href="/how-sessions-work">How sessions work</AppLink> tells the rest.
        </p>

        <h2>What a session remembers</h2>
        <p>
          When it began, when it was last used, your browser and system in words (such as “Firefox on Linux”), and what
          is in the cart. Your network address and your browser’s full name are kept encrypted.{" "}
          <AppLink href="/session">Your session</AppLink> shows yours. It is deleted {formatDuration(keepEnded)} after
          its end. A log of when sessions began and ended, and why, is kept for {formatDuration(keepEvents)}, with wrong
          passwords, changes of the account and every look of our support team; it holds neither tokens nor full network
          addresses.
        </p>

        <h2>What an account holds</h2>
        <p>
          Your name, your e-mail address, the addresses you keep, your orders, and your password in a form that cannot
          be turned back into it. You can download what we know and delete the account under{" "}
          <AppLink href="/account/security">Security</AppLink>.
        </p>

        <h2>What an order holds</h2>
        <p>
          What you bought, where it goes, your e-mail address, and of the card its brand and last four digits. Card
          numbers are never stored. What you type at the checkout is kept encrypted in your session until you order.
          Orders stay when an account is deleted, as bookkeeping asks.
        </p>

        <h2>Without a cookie</h2>
        <p>You can look at everything here with cookies switched off. Only the cart and your account need one.</p>
      </div>
    </article>
  );
}
