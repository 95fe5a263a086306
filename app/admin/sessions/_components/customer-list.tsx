import { AppLink } from "@/components/ui/link";
import type { Profile } from "@/lib/users";

/** The customers found, each with a link to their sessions. */
export function CustomerList({ customers }: { customers: Profile[] }) {
  if (customers.length === 0) return <p className="mt-8">Nobody has this name or address.</p>;
  return (
    <ul className="rows mt-8">
      {customers.map((customer) => (
        <li key={customer.id}>
          <AppLink href={`/admin/sessions/${customer.id}`} className="row-name button-link">
            <bdi>{customer.name}</bdi>
          </AppLink>
          <p className="text-soft">
            <bdi>{customer.email}</bdi>
            {stateOf(customer) && <> · {stateOf(customer)}</>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What is special about an account, in a word. */
export function stateOf({ disabledAt, deletedAt, role }: Profile): string | null {
  if (deletedAt) return "deleted";
  if (disabledAt) return "disabled";
  return role === "STAFF" ? "staff" : null;
}
