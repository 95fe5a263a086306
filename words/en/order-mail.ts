export const orderMail = {
  subject: (number: string) => `Your order ${number}`,
  heading: "Thank you",
  onItsWay: (number: string) => `Your order ${number} is on its way to the packing table.`,
  delivery: (to: string, takes: string) => `Delivery to ${to}, in ${takes}.`,
  deliveryAsSaid: (takes: string) => `Delivery to the address you gave, in ${takes}.`,
  seeOrder: "See your order",
  inAccount: "You find all your orders in your account.",
  keepLink: (lifetime: string) => `Whoever has this link can see the order, for ${lifetime}. Keep it to yourself.`,
};
