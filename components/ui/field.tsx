import type { ComponentProps } from "react";

type FieldProps = Omit<ComponentProps<"input">, "id" | "name" | "aria-describedby" | "aria-invalid"> & {
  name: string;
  label: string;
  /** Needed when two fields of one page share a name. */
  id?: string;
  hint?: string;
  /** What is wrong and what would be right; the first is shown. */
  error?: string | string[];
};

/** A label, a text input, and what helps or is wrong beside it. */
export function Field({ label, hint, error, id, className, ...input }: FieldProps) {
  const key = id ?? input.name;
  const problem = Array.isArray(error) ? error[0] : error;
  const described = [problem && `${key}-error`, hint && `${key}-hint`].filter(Boolean).join(" ");
  return (
    <div className={className ? `field ${className}` : "field"}>
      <label htmlFor={key}>{label}</label>
      <input
        {...input}
        id={key}
        className="input"
        // Where no script moves the focus: the browser gives it to the first field that asks.
        // biome-ignore lint/a11y/noAutofocus: WCAG 2.2 SC 3.3.1, who hears the page finds what to correct
        autoFocus={problem ? true : input.autoFocus}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
      {problem && (
        <p id={`${key}-error`} className="field-error">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${key}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
