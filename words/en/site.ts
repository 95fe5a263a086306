/** What the shop calls itself, on its pages and in its mails. */
export const shop = {
  name: "The Cookie Jar",
  line: "Stoneware for keeping things.",
};

export const layout = {
  title: "The Cookie Jar: stoneware for keeping things",
  titleOfPages: "%s · The Cookie Jar",
  description: "Jars, mugs, bowls and vases in stoneware, thrown by hand and glazed in nine colours.",
  skip: "Skip to the content",
};

export const header = {
  /** The shop's name, which may break between these two. */
  wordmark: { start: "The", end: "Cookie Jar" },
  categories: "Categories",
};

export const footer = {
  shelves: "The shelves",
  about: "About the shop",
  studio: "The studio",
  guide: "How sessions work",
  session: "Your session",
  privacy: "Privacy",
  photographs:
    "The photographs are rendered: every piece was modelled and glazed in a computer, and lit by one warm lamp.",
};

export const categoryIndex = {
  pieces: (count: number) => (count === 1 ? "1 piece" : `${count} pieces`),
};

export const errorPage = {
  title: "Something slipped off the wheel",
  lead: "That was our fault, not yours. Your cart is where you left it: try again, or come back in a minute.",
  tryAgain: "Try again",
  back: "Back to the shop",
  mention: (digest: string) => `If you write to us about it, mention ${digest}.`,
};

/** For what a route of ours does not have. */
export const notFound = {
  title: "We could not find that",
  lead: "It may never have been here, or it is not yours to see.",
  back: "Back to the shop",
};

/** For an address that no route knows. */
export const addressNotFound = {
  title: "Nothing here",
  heading: "This shelf is empty",
  lead: "There is no page at this address. The piece may be gone for good, or a letter of the address got lost.",
  back: "Back to the shop",
  shelves: "Or look through the shelves",
};

export const unavailable = {
  title: "Back in a moment",
  lead:
    "We cannot reach our books just now, so we cannot show this page. " +
    "Nothing was changed, nobody was logged out, and your cart is where you left it.",
  tryAgain: "Try again",
  lookAround: "Look around the shop",
};

export const returnWhenReady = { waiting: "This page tries again by itself." };

export const logOutPage = {
  title: "Log out",
  heading: "Log out?",
  lead: "Your cart stays with your account.",
  logOut: "Log out of this browser",
};

/** The answer to a form that another site sent. */
export const refused = "This form was not sent from the shop's own pages.";

/** The answer to what no page does with a request. */
export const wrongMethod = "There is nothing here that could be done in this way.";

/** The answer to a browser whose cookies are too many to be read. */
export const headersTooLong =
  "Your browser sent more cookies than we can read. Please delete the cookies of this site, then open it again.";

/** The answer to a form, or anything else, that is far longer than what any page asks for. */
export const bodyTooLong = "That was more than we can take in. Nothing was changed: please go back and send less.";

/** The page in place of one whose form arrived broken. */
export const brokenForm = {
  title: "That form arrived broken",
  lead: "Nothing was done with it. Please go back and send it once more.",
  back: "Back to the shop",
};

/** The same, to a call that no page of the shop makes. */
export const brokenCall = "That is not what the shop's own pages send. Nothing was done with it.";

/** What the people are who can log in to the demo. */
export const demoRoles = { customer: "customer", staff: "staff" };
