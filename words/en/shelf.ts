export const shelf = {
  title: "The shelf",
  lead: "Prices, stock, and what is no longer made. A change counts at once; pages of pieces show it after the next build, and say it live until then.",
  piece: "Name or number of the piece",
  find: "Find",
  none: "No piece is called that.",
  noGlaze: "It comes in no glaze, so it is on no shelf.",
  glaze: (name: string, sku: string) => `${name}, ${sku}`,
  counts: (price: string, stock: number) => `${price}, ${stock} in stock`,
  price: "Price in euros",
  stock: "In stock",
  save: "Save",
  retire: "Retire",
  putBack: "Put back on the shelf",
  isRetired: "No longer made. It is on no shelf, and stays in orders.",
};

/** What a change did. */
export const done = {
  saved: "Saved.",
  retired: "Saved. It is off the shelf; carts that hold it say so.",
  putBack: "Saved. It is on the shelf again.",
};

export const wrong = {
  price: "Please enter a price such as 28 or 28.50.",
  stock: "Please enter how many there are: a whole number from 0 to 100000.",
  meanwhile:
    "Somebody bought or changed it meanwhile, so nothing was saved. What counts now is written beside it: please look and save again.",
};
