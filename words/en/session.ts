/** Wherever there is a way in or out. */
export const session = {
  logIn: "Log in",
  logOut: "Log out",
  notLoggedOut: "Logging out did not work just now. Please try again in a moment.",
};

export const header = {
  title: "Cart and account",
  account: "Account",
  loggedInAs: (name: string | null) => `Logged in as ${name}`,
  cart: "Cart",
  cartWith: (count: number) => `Cart (${count})`,
  cartWithItems: (count: number) => `Cart, ${count === 1 ? "1 item" : `${count} items`}`,
};

export const timeoutWarning = {
  idle: {
    title: "Are you still there?",
    text: "You will be logged out because nothing has happened here for a while. Your cart is safe.",
    stay: "Stay logged in",
  },
  absolute: {
    title: "Your login ends soon",
    text: "A login lasts only so long, and staying here cannot extend it. Log in again whenever it suits you; your cart is safe.",
    stay: "Go on for now",
  },
  logInAgain: "Log in again",
  aboutMinutesLeft: (count: number) => `About ${count} minutes left`,
  oneMinuteLeft: "One minute left",
  secondsLeft: (count: number) => (count === 1 ? "1 second left" : `${count} seconds left`),
};

export const cookieRefused =
  "Your browser did not keep the shop's one cookie, so we could not recognise you. The cart and your account need it: if your browser blocks cookies, please allow this site's. Browsers keep it on https only, and some on http://localhost too. Please open the shop by https, or in another browser.";

/** To somebody whose form did not reach the server. */
export const offline = "We cannot reach the shop just now. Please try again.";

/** To somebody whose form the server could not answer. */
export const failed = "That did not work, and the fault is ours. Please try again in a moment.";

/** To somebody whose page was open while the shop was built anew. */
export const renewed = {
  here: "The shop was renewed while this page was open. What you typed is here again, but for passwords and card numbers: please look it over and send it once more.",
  pleaseReload: "The shop was renewed while this page was open, and nothing was sent. Please reload the page.",
};
