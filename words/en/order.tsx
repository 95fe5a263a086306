import type { ReactNode } from "react";

export const order = {
  pageTitle: (number: string) => `Order ${number}`,
  noNumber: "Order",
  thankYou: "Thank you",
  title: "Your order",
  justPlaced: (number: ReactNode) => <>Order {number} is placed.</>,
  /** How the mail about the order fares. */
  mail: {
    waiting: (email: ReactNode) => <>We are writing to {email}.</>,
    sent: (email: ReactNode) => <>We have written to {email}.</>,
    failing: (email: ReactNode) => (
      <>
        Your order stands. Our mail to {email} could not be sent yet; we keep trying. This page says all that it would.
      </>
    ),
    "set aside": (email: ReactNode) => (
      <>
        Your order stands, but our mail to {email} could not be sent. Please note its number: with it our support team
        can send the mail again.
      </>
    ),
  },
  placedOn: (number: ReactNode, day: string) => (
    <>
      Order {number}, placed on {day}.
    </>
  ),
  allOrders: "All your orders",
  backToShop: "Back to the shop",
};

export const facts = {
  address: "Delivery address",
  delivery: "Delivery",
  payment: "Payment",
  paidWith: (brand: string, last4: ReactNode) => (
    <>
      {brand} ending in {last4}
    </>
  ),
};

/** Where the link of a guest's e-mail leads to. */
export const openOrder = {
  title: "Your order",
  lead: (number: string) => `${number}. This browser will keep it for you.`,
  show: "Show my order",
  unknown: (lifetime: string) =>
    `This link opens no order. Please use the whole link of the e-mail; it works for ${lifetime}.`,
};

export const orders = {
  title: "Your orders",
  none: "You have not ordered anything yet.",
};
