import type { ReactNode } from "react";
import type { Link } from "./link";

/** What several of these forms have. */
export const fields = {
  name: "Name",
  email: "Email",
  password: "Password",
  mailLink: "Email me a link",
};

export const remember = {
  label: "Keep me logged in",
  hint: (idle: string, absolute: string) =>
    `For ${idle} without a visit, ${absolute} at most. Not on a shared computer.`,
};

export const wrong = {
  noName: "Please tell us your name.",
  noMatch: "Email and password do not match. Please try again.",
  taken: "There is an account with this address already.",
  checkForm: "Please check.",
};

/** Links in mails: on their way, or of no use any more. */
export const links = {
  sent: "If there is an account with this address, a mail with a link is on its way to it. If none comes, look among the spam or ask again.",
  sentToYou: "A mail with a link is on its way to you.",
  sentToComeBack: "A mail with a link is on its way to you. It leads back to here.",
  unsent: "The mail could not be sent just now. Please ask again if it has not come in a few minutes: we keep trying.",
  isVoid: "This link no longer works. Please ask for a new one.",
  isVoidAfter: (lifetime: string, again: Link) => (
    <>
      This link no longer works: links work once, and for {lifetime}. {again("Ask for a new one")}
    </>
  ),
};

export const logIn = {
  title: "Log in",
  passwordSaved: "Your new password is saved. Please log in with it.",
  alreadyIn: (name: ReactNode, goOn: Link) => (
    <>
      You are logged in as {name}. {goOn("Go on")}
    </>
  ),
  newHere: (register: Link) => <>New here? {register("Create an account")}</>,
};

export const logInForm = {
  logIn: "Log in",
  forgot: "Forgot your password?",
};

/** Who can log in to the demo: one sentence around the list of them. */
export const demoHint = {
  logInAs: (people: ReactNode, password: ReactNode) => (
    <>
      <p>This is a demo. Log in as</p>
      {people}
      <p>with the password {password}</p>
    </>
  ),
  person: (email: ReactNode, role: string) => (
    <>
      {email} ({role})
    </>
  ),
};

export const logInByLink = {
  asWhom: (name: ReactNode, email: ReactNode) => (
    <>
      You are about to log in as {name} ({email}).
    </>
  ),
  firstProof:
    "This is the first time that somebody shows the address to be theirs. So that the account is yours alone, a password and addresses from before are removed, and all other devices are logged out.",
};

export const register = {
  title: "Create an account",
  beenHere: (logIn: Link) => <>Been here before? {logIn("Log in")}</>,
};

export const registerForm = {
  create: "Create account",
};

export const confirm = {
  title: "Confirm it’s you",
  heading: "Confirm it's you",
  lead: (name: ReactNode) => (
    <>What comes next concerns your account, and it has been a while since you logged in as {name}.</>
  ),
};

export const confirmForm = {
  goOn: "Continue",
};

export const forgotPassword = {
  title: "Forgot your password?",
  lead: "We mail you a link, and you choose a new one.",
  back: "Back to log in",
};

export const resetPassword = {
  title: "Choose a new password",
  lead: (email: ReactNode) => <>For the account of {email}. Saving it logs you out wherever you are logged in.</>,
  addressesGo: "Addresses saved before are removed, in case they were not yours.",
};

export const newPasswordForm = {
  save: "Save password",
};

export const verifyEmail = {
  title: "Your address",
  isProven: (email: ReactNode) => <>{email} is confirmed.</>,
  notYet: (email: ReactNode) => (
    <>{email} is not confirmed yet. We mail you a link; with it you show that the address is yours.</>
  ),
  account: "Your account",
};

/** What a link to confirm an address opens. */
export const confirmEmail = {
  title: "Confirm your address",
  otherAccount: (name: ReactNode) => (
    <>You are logged in as {name}, and this link is for another account. Please log out first and open it again.</>
  ),
  change: (email: ReactNode) => <>Your account gets another address: {email}</>,
  proof: (email: ReactNode) => <>You confirm that this address is yours: {email}</>,
  taken: "Another account has this address by now.",
};

export const confirmEmailForm = {
  confirm: "Confirm address",
};

/** The way back to an address that an account was moved away from. */
export const restoreEmail = {
  title: "Go back to your address",
  lead: (email: string) =>
    `Your account gets ${email} again. Every device is logged out, the password and saved addresses are removed, and you choose a new password.`,
  taken: "Another account has this address by now.",
  isVoid: "This link no longer works: it works once, and only for a while.",
};

export const restoreEmailForm = {
  goBack: "Go back to this address",
};
