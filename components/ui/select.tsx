import type { ComponentProps } from "react";

type SelectProps = Omit<ComponentProps<"select">, "id" | "name"> & {
  name: string;
  label: string;
  id?: string;
  /** The first option, which means no choice. */
  any?: string;
  options: readonly { value: string; name: string }[];
};

/** A label and a select. */
export function Select({ label, any, options, id, className, ...select }: SelectProps) {
  const key = id ?? select.name;
  return (
    <div className={className ? `field ${className}` : "field"}>
      <label htmlFor={key}>{label}</label>
      <select {...select} id={key} className="input select">
        {any && <option value="">{any}</option>}
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
