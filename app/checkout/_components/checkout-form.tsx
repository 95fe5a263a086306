"use client";

import { type ReactNode, useState } from "react";
import { type CheckoutAnswer, placeOrder } from "@/app/checkout/actions";
import { AddressFields } from "@/components/checkout/address-fields";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { OrderableLine } from "@/lib/cart/ordering";
import type { DeliveryMethod } from "@/lib/checkout/delivery";
import type { Typed } from "@/lib/checkout/draft";
import type { Problems } from "@/lib/checkout/form";
import type { TestCard } from "@/lib/checkout/payment";
import { computeTotals, needsFreshLogin } from "@/lib/checkout/totals";
import { DeliveryFields } from "./delivery-fields";
import { PaymentFields } from "./payment-fields";
import { Review } from "./review";
import { saveWhileTyping } from "./save-while-typing";

type CheckoutFormProps = {
  id: string;
  typed: Typed;
  pageKey: string;
  lines: readonly OrderableLine[];
  /** The cart as it is shown, for the form to send back: `signReview`. */
  reviewed: string;
  isMember: boolean;
  canSaveAddress: boolean;
  /** A member whose login is not fresh: a large order would need one. */
  isLoginStale: boolean;
  testCards: readonly TestCard[] | null;
};

export function CheckoutForm(props: CheckoutFormProps) {
  const { id, typed, pageKey, lines, reviewed, isMember, canSaveAddress, isLoginStale, testCards } = props;
  const { answer, isPending, form } = useSessionForm<CheckoutAnswer>(
    placeOrder,
    { status: "idle" },
    { settle: followAnswer },
  );
  const problems: Problems = answer.status === "invalid" ? answer.problems : {};

  const [chosen, setChosen] = useState<DeliveryMethod>(typed.delivery ?? "standard");
  const totals = computeTotals(lines, chosen);
  return (
    <form {...form} ref={saveWhileTyping} id={id} className="checkout" noValidate>
      {!isMember && <input type="hidden" name="page" value={pageKey} />}
      <input type="hidden" name="reviewed" value={reviewed} />
      <input type="hidden" name="totalCents" value={totals.totalCents} />
      <div className="grid gap-12">
        <CheckoutProblem answer={answer} />
        <Group legend="Delivery address" isKept>
          {!isMember && (
            <Field
              label="Email"
              name="email"
              type="email"
              autoComplete="email"
              hint="For the confirmation, and the link to your order."
              defaultValue={typed.email}
              error={problems.email}
            />
          )}
          <AddressFields typed={typed} problems={problems} />
          {canSaveAddress && (
            <Checkbox
              label="Keep this address in my account"
              name="saveAddress"
              defaultChecked={typed["saveAddress=on"] === "true"}
            />
          )}
        </Group>
        <Group legend="Delivery" isKept>
          <DeliveryFields subtotalCents={totals.subtotalCents} chosen={chosen} onChoose={setChosen} />
        </Group>
        <Group legend="Payment">
          <PaymentFields
            problems={problems}
            mustConfirm={isLoginStale && needsFreshLogin(totals)}
            testCards={testCards}
          />
        </Group>
      </div>
      <section className="checkout-review" aria-label="Your order">
        <Review lines={lines} totals={totals} />
        <Button busy={isPending || answer.status === "go"} name="intent" value="place" className="mt-6 w-full">
          Place order
        </Button>
        <p className="field-hint mt-3">You buy what is listed here, at these prices.</p>
      </section>
    </form>
  );
}

/** Groups that are kept are saved while they are typed. Without JavaScript a button saves them. */
function Group({ legend, isKept, children }: { legend: string; isKept?: boolean; children: ReactNode }) {
  return (
    <fieldset className="checkout-group" data-kept={isKept || undefined}>
      <legend>{legend}</legend>
      {children}
      {isKept && (
        <noscript>
          <Button look="quiet" name="intent" value="save">
            Save and continue
          </Button>
        </noscript>
      )}
    </fieldset>
  );
}

function CheckoutProblem({ answer }: { answer: { status: string; message?: string; news?: string[] } }) {
  if (answer.status === "invalid")
    return (
      <Notice tone="problem">Some fields need another look. Everything you typed is saved, except the card.</Notice>
    );
  if (answer.news)
    return (
      <Notice tone="problem" title="Nothing was ordered: something changed">
        <ul>
          {answer.news.map((news) => (
            <li key={news}>{news}</li>
          ))}
        </ul>
        <p>Please look at your order again, then place it.</p>
      </Notice>
    );
  return answer.message ? <Notice tone="problem">{answer.message}</Notice> : null;
}
