import { AppLink } from "@/components/ui/link";

/** Who is here and what is in the cart: before anybody has asked, two plain links. */
export function SessionIsland() {
  return (
    <nav aria-label="Cart and account" className="session">
      <AppLink href="/login" className="session-link">
        Log in
      </AppLink>
      <AppLink href="/cart" className="session-link session-cart">
        Cart
      </AppLink>
    </nav>
  );
}
