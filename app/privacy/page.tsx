import type { Metadata } from "next";
import { AppLink } from "@/components/ui/link";
import { keepEnded, keepEvents, policies } from "@/lib/session/policy";
import { sayDuration } from "@/lib/session/words";

export const metadata: Metadata = {
  title: "Privacy",
  description: "One strictly necessary cookie, no trackers, and what the shop writes down.",
};

const { guest, remembered } = policies;

export default function PrivacyPage() {
  return (
    <article className="wrap grid items-start gap-8 pt-10 sm:pt-16 lg:grid-cols-[2fr_3fr]">
      <h1 className="title">Privacy</h1>
      <div className="prose">
        <p className="lead">
          One strictly necessary cookie, set when you put something in the cart or log in. No analytics, no advertising,
          nothing loaded from anybody else.
        </p>

        <h2>The cookie</h2>
        <p>
          It holds a random token and nothing about you. It is sent to this shop only, over an encrypted connection, and
          scripts cannot read it. A guest’s goes after {sayDuration(guest.absolute)} at the latest; a member’s when the
          browser closes, or after {sayDuration(remembered.absolute)} with “Keep me logged in”.{" "}
          <AppLink href="/how-sessions-work">How sessions work</AppLink> tells the rest.
        </p>

        <h2>What a session remembers</h2>
        <p>
          When it began, when it was last used, your browser and system in words (such as “Firefox on Linux”), and what
          is in the cart. Your network address and your browser’s full name are kept encrypted.{" "}
          <AppLink href="/session">Your session</AppLink> shows yours. It is deleted {sayDuration(keepEnded)} after its
          end. A log of when sessions began and ended, and why, is kept for {sayDuration(keepEvents)}, with wrong
          passwords, changes of the account and every look of our support team; it holds neither tokens nor full network
          addresses.
        </p>

        <h2>What an account holds</h2>
        <p>
          Your name, your e-mail address, and your password in a form that cannot be turned back into it. Card numbers
          are never stored. You can download what we know and delete the account under{" "}
          <AppLink href="/account/security">Security</AppLink>.
        </p>

        <h2>Without a cookie</h2>
        <p>You can look at everything here with cookies switched off. Only the cart and your account need one.</p>
      </div>
    </article>
  );
}
