import type { ComponentProps } from "react";

type SelectProps = Omit<ComponentProps<"select">, "id" | "name"> & {
  name: string;
  label: string;
  id?: string;
  /** What stands first and asks for nothing. */
  any?: string;
  options: readonly { value: string; name: string }[];
};

/** A label and one choice of several. */
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
