import type { Shopper } from "./shopper";

/** A browser that drops Secure cookies on plain http, as Safari does on localhost. */
export async function refuseCookies(shopper: Shopper) {
  await shopper.context.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    await shopper.context.clearCookies();
    const { "set-cookie": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}
