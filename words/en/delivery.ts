export const methods = {
  standard: { name: "Standard", delivery: "Standard delivery", takes: "3 to 5 working days" },
  express: { name: "Express", delivery: "Express delivery", takes: "1 to 2 working days" },
};

export const cost = {
  free: "Free",
};

export const wrong = {
  choose: "Please choose a delivery.",
};
