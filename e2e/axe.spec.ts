import { findViolations } from "./support/axe";
import { expect, test } from "./support/fixtures";
import type { Shopper } from "./support/shopper";

// WCAG 2.2 AA as far as a machine can see it.

const places: Record<string, (shopper: Shopper) => Promise<void>> = {
  "the home page": (shopper) => shopper.open("/"),
  "a category": (shopper) => shopper.open("/shop/mugs"),
  "a piece": (shopper) => shopper.open("/products/morning-mug"),
  "an empty cart": (shopper) => shopper.open("/cart"),
  "a filled cart": async (shopper) => {
    await shopper.addToCart("Morning Mug");
    await shopper.addToCart("Noodle Bowl", { glaze: "Oat" });
    await shopper.open("/cart");
  },
  "a login that failed": async (shopper) => {
    await shopper.open("/login");
    await shopper.fillLogIn({ password: "not the password" });
    await shopper.page.getByRole("button", { name: "Log in" }).click();
    await shopper.page.getByText("do not match").waitFor();
  },
  "a registration with mistakes": async (shopper) => {
    await shopper.open("/register");
    await shopper.page.getByRole("button", { name: "Create account" }).click();
    await shopper.page.getByText("Please tell us your name.").waitFor();
  },
  "the account": (shopper) => shopper.logIn(),
  "how sessions work": (shopper) => shopper.open("/how-sessions-work"),
  "a page that is not there": (shopper) => shopper.open("/no-such-page"),
};

for (const [place, go] of Object.entries(places)) {
  test(`Nothing serious stands in anybody's way on ${place}`, async ({ shopper }) => {
    await go(shopper);
    for (const colorScheme of ["light", "dark"] as const) {
      await shopper.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [375, 1440]) {
        await shopper.page.setViewportSize({ width, height: 900 });
        const violations = await findViolations(shopper.page);
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        const said = grave.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => [id, html, failureSummary]),
        );
        expect(said, `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
  });

  test(`Nobody has to scroll sideways at 320 px on ${place}`, async ({ shopper }) => {
    await shopper.page.setViewportSize({ width: 320, height: 700 });
    await go(shopper);
    const widest = await shopper.page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(320);
  });
}
