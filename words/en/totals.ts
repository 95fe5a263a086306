/** What an order's sums are called: at the checkout, on its page and in its mail. */
export const totals = {
  pieces: "Pieces",
  delivery: "Delivery",
  total: "Total",
};
