import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type Props = { action: string; label: string; name: string; asked: string; className: string };

/** A staff page's search by GET, filled in with what was asked. */
export function SearchForm({ action, label, name, asked, className }: Props) {
  return (
    <search className={className}>
      <form action={action} className="flex flex-wrap items-end gap-3">
        <Field
          label={label}
          name={name}
          type="search"
          defaultValue={asked}
          autoComplete="off"
          className="min-w-0 flex-1 basis-56"
        />
        <Button>Find</Button>
      </form>
    </search>
  );
}
