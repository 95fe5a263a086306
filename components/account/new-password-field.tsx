import { Field } from "@/components/ui/field";

type NewPasswordFieldProps = { label?: string; error?: string[] };

export function NewPasswordField({ label = "New password", error }: NewPasswordFieldProps) {
  return (
    <Field
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      hint="8 characters or more; a few words are fine."
      error={error}
    />
  );
}
