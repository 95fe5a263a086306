import {
  computeDeliveryCents,
  type DeliveryMethod,
  deliveryMethods,
  deliveryNames,
  formatDeliveryCost,
} from "@/lib/checkout/delivery";

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
            {deliveryNames[method].name} <span className="block text-sm text-soft">{deliveryNames[method].takes}</span>
          </span>
          <span className="figures">{formatDeliveryCost(computeDeliveryCents(subtotalCents, method))}</span>
        </label>
      ))}
    </div>
  );
}
