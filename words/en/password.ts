/** The field in which a new one is chosen. */
export const newPassword = {
  label: "New password",
  hint: "8 characters or more; a few words are fine.",
};

/** What is wrong with a new one. */
export const weakPassword = {
  tooShort: (min: number) => `At least ${min} characters.`,
  tooLong: (max: number) => `At most ${max} characters.`,
  common: "This is one of the passwords that are tried first. Please choose another.",
  address: "This is your address in another form. Please choose another.",
  shopName: "This is our name. Please choose another.",
};

/** What is wrong with the one that should be known. */
export const wrongPassword = {
  missing: "Please enter your password.",
  currentMissing: "Please enter your current password.",
  notYours: "That is not your password. Please try again.",
};
