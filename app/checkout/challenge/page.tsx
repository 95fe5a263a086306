import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isScripted } from "@/app/is-scripted";
import { ChallengeForm } from "@/components/checkout/challenge-form";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { readDraft } from "@/lib/checkout";
import { isDemo } from "@/lib/demo";
import { formatMoney } from "@/lib/money";
import { readChallenge } from "@/lib/payment";
import { getSession, isMember, peek } from "@/lib/session";
import { createPageKey } from "@/lib/session/token";
import { challenge as words } from "@/words/checkout";

export const metadata: Metadata = { title: words.pageTitle };

export default async function ChallengePage() {
  const session = await getSession();
  if (!session) redirect((await peek()).status === "ended" ? "/login?next=/checkout/challenge" : "/cart");
  const { pending } = await readDraft(session.id);
  const payment = pending && (await readChallenge(pending.paymentId));
  // In the answer to the right code it is paid, while the browser is still on its way.
  if (!payment && (await isScripted())) return null;
  if (!payment) redirect("/checkout");
  return (
    <div className="wrap section max-w-lg">
      <OwnPage />
      <h1 className="title mb-6">{words.title}</h1>
      <p className="lead mb-8">{words.lead({ ...payment, amount: formatMoney(pending.totalCents) })}</p>
      {isDemo() && <p className="mb-8">{words.demoCode(<code className="figures">{payment.code}</code>)}</p>}
      <ChallengeForm pageKey={createPageKey()} />
      <p className="mt-8">
        <AppLink href="/checkout" className="button-link">
          {words.back}
        </AppLink>
      </p>
      {isMember(session) && <PlainLogOut />}
    </div>
  );
}
