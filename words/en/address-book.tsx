import type { ReactNode } from "react";
import type { Hidden } from "./hidden";

export const addressBook = {
  title: "Your addresses",
  none: "None yet. The checkout offers those you keep here.",
  add: "Add an address",
  change: "Change the address",
};

export const addressForm = {
  add: "Add address",
  save: "Save changes",
  gone: "This address was deleted meanwhile.",
  tooMany: (max: number) => `${max} addresses are as many as we keep. Please delete one first.`,
};

export const addressRow = {
  change: (street: ReactNode, hidden: Hidden) => <>Change{hidden(<> {street}</>)}</>,
  remove: (street: ReactNode, hidden: Hidden) => <>Delete{hidden(<> {street}</>)}</>,
};
