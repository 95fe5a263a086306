import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChallengeForm } from "@/app/checkout/challenge/_components/challenge-form";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { isScripted } from "@/lib/actions/navigate";
import { readPendingOrder } from "@/lib/checkout/draft";
import { readChallenge } from "@/lib/checkout/payment";
import { isDemo } from "@/lib/demo";
import { formatMoney } from "@/lib/format/money";
import { isMember, peekSession, resumeSession } from "@/lib/session";
import { createPageKey } from "@/lib/session/token";

export const metadata: Metadata = { title: "Confirm your payment" };

export default async function ChallengePage() {
  const session = await resumeSession();
  if (!session) redirect((await peekSession()).status === "ended" ? "/login?next=/checkout/challenge" : "/cart");
  const pending = await readPendingOrder(session.id);
  const payment = pending && (await readChallenge(pending.paymentId));
  // This renders also in the answer to the right code: the order is placed, and the browser is about to leave the page.
  if (!payment && (await isScripted())) return null;
  if (!payment) redirect("/checkout");
  return (
    <div className="wrap section max-w-lg">
      <OwnPage />
      <h1 className="text-title mb-6">Your bank asks for a code</h1>
      <p className="lead mb-8">
        {formatMoney(pending.totalCents)} with {payment.brand} ending in {payment.last4}. Nothing is charged before you
        confirm.
      </p>
      {isDemo() && (
        <p className="mb-8">
          A bank would send it to your phone. The demo’s bank says: <code className="figures">{payment.code}</code>
        </p>
      )}
      <ChallengeForm pageKey={createPageKey()} />
      <p className="mt-8">
        <AppLink href="/checkout" className="button-link">
          Back to the checkout
        </AppLink>
      </p>
      {isMember(session) && <PlainLogOut />}
    </div>
  );
}
