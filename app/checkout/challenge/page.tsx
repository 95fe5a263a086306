import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChallengeForm } from "@/app/checkout/challenge/_components/challenge-form";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { isScripted } from "@/lib/actions/navigate";
import { readDraft } from "@/lib/checkout/form";
import { readChallenge } from "@/lib/checkout/payment";
import { isDemo } from "@/lib/demo";
import { formatMoney } from "@/lib/format/money";
import { isMember, peekSession, resumeSession } from "@/lib/session";
import { createPageKey } from "@/lib/session/token";
import { challenge as words } from "@/words/checkout";

export const metadata: Metadata = { title: words.pageTitle };

export default async function ChallengePage() {
  const session = await resumeSession();
  if (!session) redirect((await peekSession()).status === "ended" ? "/login?next=/checkout/challenge" : "/cart");
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
