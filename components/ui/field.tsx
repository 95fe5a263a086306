import type { ComponentProps } from "react";

type FieldProps = Omit<ComponentProps<"input">, "id" | "name" | "aria-describedby" | "aria-invalid"> & {
  name: string;
  label: string;
  /** Needed when two fields of one page share a name. */
  id?: string;
  hint?: string;
  /** Messages on what is wrong; the first is shown. */
  error?: string | string[];
};

/** A label and a text input, with a hint or an error beside it. */
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
        // Without script the browser focuses the first field with `autoFocus`.
        // biome-ignore lint/a11y/noAutofocus: WCAG 2.2 SC 3.3.1, who hears the page finds what to correct
        autoFocus={problem ? true : input.autoFocus}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
      {problem && (
        <p id={`${key}-error`} className="text-small text-problem">
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
