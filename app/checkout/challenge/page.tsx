import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChallengeForm } from "@/components/checkout/challenge-form";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { readDraft } from "@/lib/checkout";
import { isDemo } from "@/lib/demo";
import { formatMoney } from "@/lib/money";
import { readChallenge } from "@/lib/payment";
import { getSession, isMember, peek } from "@/lib/session";

export const metadata: Metadata = { title: "Confirm your payment" };

export default async function ChallengePage() {
  const session = await getSession();
  if (!session) redirect((await peek()).status === "ended" ? "/login?next=/checkout/challenge" : "/cart");
  const { pending } = await readDraft(session.id);
  const payment = pending && (await readChallenge(pending.paymentId));
  if (!payment) redirect("/checkout");
  return (
    <div className="wrap section max-w-lg">
      <h1 className="title mb-6">Your bank asks for a code</h1>
      <p className="lead mb-8">
        {formatMoney(pending.totalCents)} with {payment.brand} ending in {payment.last4}. Nothing is charged before you
        confirm.
      </p>
      {isDemo() && (
        <p className="mb-8">
          A bank would send it to your phone. The demo’s bank says: <code className="figures">{payment.code}</code>
        </p>
      )}
      <ChallengeForm />
      <p className="mt-8">
        <AppLink href="/checkout" className="button-link">
          Back to the checkout
        </AppLink>
      </p>
      {isMember(session) && <PlainLogOut />}
    </div>
  );
}
