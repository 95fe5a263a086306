import { type DeliveryMethod, deliveryCents, deliveryMethods, deliveryWords } from "@/lib/delivery";
import { formatMoney } from "@/lib/money";

type DeliveryFieldsProps = {
  subtotalCents: number;
  chosen: DeliveryMethod;
  onChoose: (method: DeliveryMethod) => void;
};

export function DeliveryFields({ subtotalCents, chosen, onChoose }: DeliveryFieldsProps) {
  return (
    <div className="choices">
      {deliveryMethods.map((method) => (
        <label key={method} className="choice">
          <input
            type="radio"
            name="delivery"
            value={method}
            defaultChecked={method === chosen}
            onChange={() => onChoose(method)}
          />
          <span>
            {deliveryWords[method].name} <span className="block text-sm text-soft">{deliveryWords[method].takes}</span>
          </span>
          <span className="figures">{sayCost(deliveryCents(subtotalCents, method))}</span>
        </label>
      ))}
    </div>
  );
}

export function sayCost(cents: number): string {
  return cents === 0 ? "Free" : formatMoney(cents);
}
