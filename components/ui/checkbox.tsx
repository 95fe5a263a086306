import type { ComponentProps } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "id" | "type" | "name"> & {
  name: string;
  label: string;
  id?: string;
  hint?: string;
};

export function Checkbox({ label, hint, id, className, ...input }: CheckboxProps) {
  const key = id ?? input.name;
  return (
    <div className={className ? `checkbox ${className}` : "checkbox"}>
      <input {...input} id={key} type="checkbox" aria-describedby={hint ? `${key}-hint` : undefined} />
      <label htmlFor={key}>{label}</label>
      {hint && (
        <p id={`${key}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
