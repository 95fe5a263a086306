import type { ReactNode } from "react";
import type { Link } from "./link";

export const cart = {
  title: "Your cart",
  each: (price: ReactNode) => <>{price} each</>,
  change: "Update",
  remove: "Remove",
  noLonger: "This piece is no longer in your cart.",
  capped: (left: number) => `Only ${left} left, so we set it to ${left}.`,
};

export const emptyCart = {
  isEmpty: (kept: string) => `Your cart is empty. It keeps what you put into it for ${kept}.`,
  seePieces: "See the pieces",
};

export const summary = {
  title: "Summary",
  subtotal: "Subtotal",
  standardDelivery: "Standard delivery",
  total: "Total",
  moreForFree: (amount: string) => `${amount} more for free delivery.`,
  checkOut: "Check out",
  onAllDevices: (logIn: Link, register: Link) => (
    <>
      {logIn("Log in")} or {register("create an account")} to find this cart on all your devices.
    </>
  ),
};

export const undo = {
  removed: (piece: ReactNode) => <>Removed {piece}.</>,
  undo: "Undo",
  tooLate: "This piece cannot be put back. Please add it again.",
};

/** What became of a line since the shopper last looked. */
export const changes = {
  title: "Something changed since you last looked",
  seeBelow: (pieces: string) => `${pieces}: see below. The total is of today’s prices.`,
  accept: "Accept the changes",
  lookAgain: "Please look at your cart again.",
  retired: "We no longer make this one. Please take it out of your cart.",
  soldOut: "Sold out. It cannot be ordered at the moment.",
  left: (count: number) => `Only ${count} left.`,
  capped: (wanted: number, possible: number) => `You had chosen ${wanted}; ${possible} is what we can offer.`,
  price: (before: string) => `It was ${before} when you last saw it.`,
};

export const add = {
  retired: "We no longer make this one.",
  soldOut: "This one is sold out.",
  left: (count: number) => `Only ${count} left. Please choose fewer.`,
  inCart: (had: number, more: number) =>
    more === 0
      ? `You have ${had} in your cart, which is all there is.`
      : `You have ${had} in your cart; ${more} more can be added.`,
};

export const wrong = {
  notANumber: "Please enter a number.",
  notWhole: "Please enter a whole number.",
  tooFew: "One at least.",
  tooMany: (max: number) => `${max} at most.`,
  chooseGlaze: "Please choose a glaze.",
  checkForm: "Please check the form.",
};

/** After a login in a browser that had a guest's cart. */
export const merged = (pieces: number) =>
  pieces === 1
    ? "We added the piece from this browser to your cart."
    : `We added the ${pieces} pieces from this browser to your cart.`;
