import type { Metadata } from "next";
import { AppLink } from "@/components/ui/link";
import { formatDuration } from "@/lib/format/duration";
import { type Kind, policies } from "@/lib/session/policy";

export const metadata: Metadata = {
  title: "How sessions work",
  description: "What this shop remembers about a visit, for how long, and how it forgets.",
};

const who: Record<Kind, string> = {
  guest: "Guest with a cart",
  member: "Logged in",
  remembered: "Logged in, with “Keep me logged in”",
  staff: "Our own staff",
};

const rows = Object.entries(policies).map(([kind, { idle, absolute }]) => ({
  who: who[kind as Kind],
  idle: formatDuration(idle),
  absolute: formatDuration(absolute),
}));

export default function HowSessionsWorkPage() {
  return (
    <article className="wrap grid items-start gap-8 pt-10 sm:pt-16 lg:grid-cols-[2fr_3fr]">
      <h1 className="text-title">How sessions work</h1>
      <div className="prose">
        <p className="lead">
          A shop that forgot you at every click could not keep a cart. So it gives your browser a small token in a
          cookie, and keeps what belongs to it in a jar of its own. Hence the name above the door.
        </p>

        <h2>Nothing until there is something to keep</h2>
        <p>
          Looking around leaves no trace: these pages set no cookie and write nothing down. The first piece in your
          cart, or logging in, starts a session.
        </p>

        <h2>The cookie carries a secret, the shop keeps the rest</h2>
        <p>
          The cookie holds one random number, too long to guess. Your cart and your login are rows in our database;
          there we keep only a fingerprint of that number. Whoever reads the database still cannot pose as you. Scripts
          in the page cannot read the cookie, and other sites cannot make your browser use it on your behalf.
        </p>

        <h2>Logging in changes the locks</h2>
        <p>
          When you log in, the session gets a new secret and the old one stops opening anything. The cart you filled as
          a guest comes along. A logged-in cart hangs on your account, so it is there on your other devices too.
        </p>

        <h2>How long it lasts</h2>
        <p>
          Every session has two limits: how long it may rest unused, and how long it may last at all. The shop checks
          both on its own clock, and a page that refreshes by itself does not count as use.
        </p>
        <LimitsTable />
        <p>Before a login runs out you are asked whether you are still there. Afterwards you are told why it ended.</p>

        <h2>It ends once, and for a reason</h2>
        <p>
          Logging out ends the session in the shop, not just in your browser: the cookie that is left behind opens
          nothing. Changing your password ends all your other sessions. An ended session never comes back to life.
        </p>
        <p>
          You need not take our word for it: <AppLink href="/session">your session</AppLink> shows what your browser and
          our database hold right now, and lets you shorten it, replace its secret or end it.
        </p>
        <p>
          What exactly is stored, and when it is deleted, stands under <AppLink href="/privacy">privacy</AppLink>.
        </p>
      </div>
    </article>
  );
}

function LimitsTable() {
  return (
    <table>
      <caption className="sr-only">How long a session lasts</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Unused</th>
          <th scope="col">At most</th>
        </tr>
      </thead>
      <tbody className="figures">
        {rows.map(({ who, idle, absolute }) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>{idle}</td>
            <td>{absolute}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
