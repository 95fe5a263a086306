/** What every letter may have. */
export const letter = {
  /** Without a name for whom the shop does not know yet. */
  hello: (name: string | null) => (name ? `Hello ${name},` : "Hello,"),
  linkWorks: (lifetime: string) => `The link works once and for ${lifetime}.`,
  buttonFails: "If the button does not work, copy this address into your browser:",
};

const nothingChanged = "If this was not you, do nothing: nothing has changed, and only you have this link.";

export const resetLink = {
  subject: "Choose a new password",
  text: "Somebody, we hope you, asked for a new password for your account.",
  button: "Choose a new password",
  note: nothingChanged,
};

export const logInLink = {
  subject: "Your link to log in",
  text: "Here is the link to log in that you asked for.",
  button: "Log in",
  note: `${nothingChanged} Never pass it on: whoever has it can log in as you.`,
};

export const verifyLink = {
  subject: "Confirm your address",
  text: "Thank you for opening an account. Please confirm that this address is yours.",
  button: "Confirm my address",
  note: "If you have not opened an account, do nothing. With “Forgot your password?” you can make it yours.",
};

export const changeLink = {
  subject: "Confirm your new address",
  text: "You want to use this address for your account. Please confirm that it is yours.",
  button: "Confirm my new address",
  note: "If this was not you, do nothing: the account keeps its old address.",
};

export const addressChanged = {
  subject: "Your address was changed",
  text: "Your account now has another email address. We write to this one for the last time.",
  button: "Go back to this address",
  note: "If this was you, do nothing. If not, the button gives your account this address again, logs out every device and asks you for a new password.",
};

export const passwordChanged = {
  subject: "Your password was changed",
  text: "Your password was just changed, and all your devices were logged out.",
  button: "Log in",
  note: "If this was not you, ask for a new password at once with “Forgot your password?” on the login page.",
};
