import { Field } from "@/components/ui/field";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Problems } from "@/lib/checkout/form";
import type { TestCard } from "@/lib/checkout/payment";

type PaymentFieldsProps = { problems: Problems; mustConfirm: boolean; testCards: readonly TestCard[] | null };

/** Card fields are always empty at first: what is typed here is never kept and never sent back. */
export function PaymentFields({ problems, mustConfirm, testCards }: PaymentFieldsProps) {
  return (
    <>
      {mustConfirm && (
        <Notice>
          We ask for your password once more before an order of this size.{" "}
          <AppLink href="/confirm?next=/checkout" className="button-link">
            Confirm it’s you
          </AppLink>
        </Notice>
      )}
      <Field
        label="Card number"
        name="cardNumber"
        autoComplete="cc-number"
        inputMode="numeric"
        maxLength={40}
        className="figures"
        error={problems.cardNumber}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Expiry date"
          name="expiry"
          autoComplete="cc-exp"
          placeholder="MM / YY"
          maxLength={20}
          className="figures"
          error={problems.expiry}
        />
        <Field
          label="Security code"
          name="securityCode"
          autoComplete="cc-csc"
          inputMode="numeric"
          maxLength={10}
          className="figures"
          error={problems.securityCode}
        />
      </div>
      <p className="field-hint">Only the card’s brand and last four digits are kept with the order.</p>
      {testCards && <TestCards cards={testCards} />}
    </>
  );
}

function TestCards({ cards }: { cards: readonly TestCard[] }) {
  return (
    <div className="text-sm text-soft">
      <p>This is a demo: nothing is charged. Any later date and any three digits go with</p>
      <ul className="mt-2 grid gap-1">
        {cards.map(({ number, says }) => (
          <li key={number} className="flex flex-wrap gap-x-4">
            <code className="figures font-sans text-ink">{number}</code> {says}
          </li>
        ))}
      </ul>
    </div>
  );
}
