import { hiddenFields } from "../../scripts/hidden-fields.mjs";
import { cookieName } from "./shopper";

// Requests as no browser makes them: no jar, no scripts, no redirects followed, and no header that the test does not name.

type PlainOptions = {
  token?: string;
  headers?: Record<string, string>;
  /** Which server; the first one unless told otherwise. */
  origin?: string;
};

/** As the suite's browser: a token that came from another device would be noticed. */
const sameDevice =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36";

export const shopOrigin = process.env.BASE_URL ?? "";
export const otherOrigin = process.env.BASE_URL_2 ?? "";

/** One request, by default a GET. The answer is as the server gave it: `Set-Cookie` in `headers.getSetCookie()`. */
export async function request(
  path: string,
  {
    token,
    headers = {},
    origin = shopOrigin,
    ...init
  }: PlainOptions & { method?: string; body?: FormData | string } = {},
): Promise<Response> {
  const cookie: Record<string, string> = token === undefined ? {} : { cookie: `${cookieName}=${token}` };
  const sent = { "user-agent": sameDevice, ...cookie, ...headers };
  return fetch(`${origin}${path}`, { ...init, headers: sent, redirect: "manual" });
}

/** What /api/session says to whoever holds this token. */
export async function peek(token: string, origin = shopOrigin): Promise<{ status: string; name?: string | null }> {
  return (await request("/api/session", { token, origin })).json();
}

type FormOptions = PlainOptions & {
  /** A field's name or a button's words: the page's first form that has it is posted. */
  form: string;
  fields?: Record<string, string>;
  /** What is posted instead of what a browser would: by default the shop's own origin. */
  headers?: Record<string, string>;
  /** Whose page the form is taken from, if not from the one who posts it. */
  seenBy?: string;
};

/** Posts a page's own form as a browser without JavaScript does: hidden fields, multipart, an Origin. */
export async function postForm(
  path: string,
  { form, fields = {}, headers, token, seenBy = token, origin = shopOrigin }: FormOptions,
): Promise<Response> {
  const page = await request(path, { token: seenBy, origin });
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...hiddenFields(await page.text(), form), ...fields })) {
    body.set(name, value);
  }
  return request(path, { method: "POST", body, token, origin, headers: headers ?? { origin } });
}

/** The token that an answer hands out, or undefined. */
export function handedToken(response: Response): string | undefined {
  const [, token] =
    response.headers
      .getSetCookie()
      .join("\n")
      .match(new RegExp(`${cookieName}=([^;]+)`)) ?? [];
  return token;
}
