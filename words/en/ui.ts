export const quantity = { label: "Quantity" };
