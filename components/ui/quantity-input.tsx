import type { ComponentProps } from "react";

type QuantityInputProps = Omit<ComponentProps<"input">, "type" | "min" | "step" | "id"> & {
  id?: string;
  label?: string;
  /** Hides the label visually; screen readers still read it. */
  labelHidden?: boolean;
};

export function QuantityInput({
  id = "quantity",
  name = "quantity",
  label = "Quantity",
  labelHidden,
  max = 10,
  className,
  ...input
}: QuantityInputProps) {
  return (
    <div className={className ? `quantity ${className}` : "quantity"}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : undefined}>
        {label}
      </label>
      <input
        required
        {...input}
        id={id}
        name={name}
        className="input"
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        step={1}
      />
    </div>
  );
}
