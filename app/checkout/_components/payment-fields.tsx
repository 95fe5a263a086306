import { Field } from "@/components/ui/field";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Problems } from "@/lib/checkout/form";
import type { TestCard } from "@/lib/checkout/payment";
import { payment as words } from "@/words/checkout";

type PaymentFieldsProps = { problems: Problems; mustConfirm: boolean; testCards: readonly TestCard[] | null };

/** A card's fields come empty, always: what was typed here is never kept and never sent back. */
export function PaymentFields({ problems, mustConfirm, testCards }: PaymentFieldsProps) {
  return (
    <>
      {mustConfirm && (
        <Notice>
          {words.confirmFirst((text) => (
            <AppLink href="/confirm?next=/checkout" className="button-link">
              {text}
            </AppLink>
          ))}
        </Notice>
      )}
      <Field
        label={words.number}
        name="cardNumber"
        autoComplete="cc-number"
        inputMode="numeric"
        maxLength={40}
        className="figures"
        error={problems.cardNumber}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label={words.expiry}
          name="expiry"
          autoComplete="cc-exp"
          placeholder={words.expiryLooks}
          maxLength={20}
          className="figures"
          error={problems.expiry}
        />
        <Field
          label={words.code}
          name="securityCode"
          autoComplete="cc-csc"
          inputMode="numeric"
          maxLength={10}
          className="figures"
          error={problems.securityCode}
        />
      </div>
      <p className="field-hint">{words.whatIsKept}</p>
      {testCards && <TestCards cards={testCards} />}
    </>
  );
}

function TestCards({ cards }: { cards: readonly TestCard[] }) {
  return (
    <div className="text-sm text-soft">
      <p>{words.testCards}</p>
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
