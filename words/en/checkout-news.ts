/** Why nothing was ordered: what is not as it stood on the page any more. */
export const news = {
  outOfDate: "This page was out of date. Please look at your order again.",
  otherCart: "Your cart is not the one on this page any more.",
  takenOut: "A piece was taken out of your cart.",
  total: (amount: string) => `With this delivery the total is ${amount}.`,
};

/** What became of a piece, which is called by `piece`. */
export const pieceNews = {
  piece: (product: string, glaze: string) => `${product} in ${glaze}`,
  retired: (piece: string) => `We no longer make ${piece}. Please take it out of your cart.`,
  soldOut: (piece: string) => `${piece} is sold out. Please take it out of your cart.`,
  left: (piece: string, count: number) =>
    `There ${count === 1 ? "is" : "are"} only ${count} left of ${piece}. Please choose fewer.`,
  added: (piece: string) => `${piece} was added to your cart.`,
  quantity: (piece: string, count: number) =>
    `There ${count === 1 ? "is" : "are"} ${count} of ${piece} in your cart now.`,
  price: (piece: string, now: string, before: string) => `${piece} costs ${now} now; it was ${before}.`,
};
