/** What is wrong with a card's fields. */
export const wrongCard = {
  noNumber: "Please enter the card number.",
  numberLength: "A card number has 12 to 19 digits.",
  numberTypo: "One digit seems to be wrong. Please compare it with your card.",
  noExpiry: "Please enter the expiry date.",
  notAnExpiry: "Please enter month and year, such as 04 / 29.",
  expired: "This card has expired. Please use another one.",
  noCode: "Please enter the security code.",
  codeLength: "The security code has 3 or 4 digits.",
};

/** What the payment provider answers when it holds no money. */
export const declined = {
  byBank: "Your bank declined this card. Nothing was charged. Please try another one.",
  tooLittle: "There is not enough money on this card. Nothing was charged. Please try another one.",
  noAnswer: "The bank did not answer in time. Nothing was charged. Please try again, or with another card.",
  notATestCard: "Only the test cards can be used here. Please do not enter a real one.",
};

/** What a test card does: each stands after its number. */
export const testCard = {
  approve: "is approved",
  decline: "is declined",
  insufficient: "has too little money",
  timeout: "gets no answer",
  challenge: "asks for a code",
};
