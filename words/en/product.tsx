import type { Link } from "./link";

export const card = {
  /** A piece whose glazes differ in price. */
  from: (price: string) => `from ${price}`,
};

export const firstPiece = { see: "Lift the lid" };

export const glazeWall = { title: "Nine glazes" };

export const glazePicker = { label: "Glaze" };

/** A piece in one of its glazes. */
export const inGlaze = (piece: string, glaze: string) => `${piece} in ${glaze}`;

export const productPage = {
  related: "Goes well with",
  closeUp: "The glaze from close by",
};

export const addToCart = {
  add: "Add to cart",
  added: (seeCart: Link) => <>Added to cart. {seeCart("See your cart")}</>,
};

export const availability = {
  priceNow: (price: string) => `Now ${price}.`,
  inStock: "In stock",
  soldOut: "Sold out",
  retired: "No longer made",
  left: (count: number) => `Only ${count} left`,
};

export const facts = {
  size: "Size",
  across: (length: string) => `${length} across`,
  high: (length: string) => `${length} high`,
  atItsLongest: (length: string) => `${length} at its longest`,
  holds: "Holds",
  toTheBrim: (volume: string) => `${volume}, filled to the brim`,
  weight: "Weight",
  giveOrTake: (weight: string) => `${weight}, give or take a thumb of clay`,
  material: "Material",
  stoneware: "Stoneware, fired at 1240 °C, glazed inside and out down to the bare foot",
  care: "Care",
};

export const measures = {
  centimetres: (count: string) => `${count} cm`,
  millilitres: (count: string) => `${count} ml`,
  litres: (count: string) => `${count} l`,
  grams: (count: string) => `${count} g`,
  kilograms: (count: string) => `${count} kg`,
};
