import type { ReactNode } from "react";
import type { Hidden } from "./hidden";
import type { Link } from "./link";

export const checkout = {
  title: "Checkout",
  declined: "Your bank did not confirm the payment. Nothing was charged. Please try again, or with another card.",
  changed: "Your order changed while you were with your bank. Nothing was charged. Please look at it again.",
  asGuest: (logIn: Link) => (
    <>You are ordering as a guest. {logIn("Log in")} if you have an account: what you typed stays.</>
  ),
};

export const savedAddresses = {
  title: "Your addresses",
  sendTo: (address: ReactNode, hidden: Hidden) => (
    <>
      {hidden("Send it to ")}
      {address}
    </>
  ),
};

export const checkoutForm = {
  address: "Delivery address",
  emailIsFor: "For the confirmation, and the link to your order.",
  delivery: "Delivery",
  payment: "Payment",
  save: "Save and continue",
  placeOrder: "Place order",
  youBuy: "You buy what is listed here, at these prices.",
};

/** Why an order was not placed. */
export const problem = {
  checkFields: "Some fields need another look. Everything you typed is saved, except the card.",
  changed: "Nothing was ordered: something changed",
  lookAgain: "Please look at your order again, then place it.",
};

export const payment = {
  confirmFirst: (confirm: Link) => (
    <>We ask for your password once more before an order of this size. {confirm("Confirm it’s you")}</>
  ),
  number: "Card number",
  expiry: "Expiry date",
  expiryLooks: "MM / YY",
  code: "Security code",
  whatIsKept: "Only the card’s brand and last four digits are kept with the order.",
  testCards: "This is a demo: nothing is charged. Any later date and any three digits go with",
};

export const review = {
  title: "Your order",
  change: "Change",
  retired: "No longer made.",
  soldOut: "Sold out.",
  left: (count: number) => `Only ${count} left.`,
};

/** The page between checkout and order that some banks ask for. */
export const challenge = {
  pageTitle: "Confirm your payment",
  title: "Your bank asks for a code",
  lead: ({ amount, brand, last4 }: { amount: string; brand: string; last4: string }) =>
    `${amount} with ${brand} ending in ${last4}. Nothing is charged before you confirm.`,
  demoCode: (code: ReactNode) => <>A bank would send it to your phone. The demo’s bank says: {code}</>,
  back: "Back to the checkout",
};

export const challengeForm = {
  code: "Code",
  wrong: "This is not the code. Please look again.",
  confirm: "Confirm payment",
};
