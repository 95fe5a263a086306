import { cookieRefused } from "@/words/session";

/** For a browser that dropped the session cookie: Safari does on plain http, every browser does on a plain-http address. */
export function CookieRefused() {
  return cookieRefused;
}
