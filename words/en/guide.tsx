import type { Link } from "./link";

export const guide = {
  title: "How sessions work",
  description: "What this shop remembers about a visit, for how long, and how it forgets.",
  lead: (
    <>
      A shop that forgot you at every click could not keep a cart. So it gives your browser a small token in a cookie,
      and keeps what belongs to it in a jar of its own. Hence the name above the door.
    </>
  ),
};

export const start = {
  title: "Nothing until there is something to keep",
  text: (
    <>
      Looking around leaves no trace: these pages set no cookie and write nothing down. The first piece in your cart, or
      logging in, starts a session.
    </>
  ),
};

export const secret = {
  title: "The cookie carries a secret, the shop keeps the rest",
  text: (
    <>
      The cookie holds one random number, too long to guess. Your cart and your login are rows in our database; there we
      keep only a fingerprint of that number. Whoever reads the database still cannot pose as you. Scripts in the page
      cannot read the cookie, and other sites cannot make your browser use it on your behalf.
    </>
  ),
};

export const login = {
  title: "Logging in changes the locks",
  text: (
    <>
      When you log in, the session gets a new secret and the old one stops opening anything. The cart you filled as a
      guest comes along. A logged-in cart hangs on your account, so it is there on your other devices too.
    </>
  ),
};

export const limits = {
  title: "How long it lasts",
  text: (
    <>
      Every session has two limits: how long it may rest unused, and how long it may last at all. The shop checks both
      on its own clock, and a page that refreshes by itself does not count as use.
    </>
  ),
  warning: "Before a login runs out you are asked whether you are still there. Afterwards you are told why it ended.",
};

export const limitsTable = {
  caption: "How long a session lasts",
  who: "Who",
  idle: "Unused",
  absolute: "At most",
  kinds: {
    guest: "Guest with a cart",
    member: "Logged in",
    remembered: "Logged in, with “Keep me logged in”",
    staff: "Our own staff",
  },
};

export const end = {
  title: "It ends once, and for a reason",
  text: (
    <>
      Logging out ends the session in the shop, not just in your browser: the cookie that is left behind opens nothing.
      Changing your password ends all your other sessions. An ended session never comes back to life.
    </>
  ),
  see: (session: Link) => (
    <>
      You need not take our word for it: {session("your session")} shows what your browser and our database hold right
      now, and lets you shorten it, replace its secret or end it.
    </>
  ),
  stored: (privacy: Link) => <>What exactly is stored, and when it is deleted, stands under {privacy("privacy")}.</>,
};
