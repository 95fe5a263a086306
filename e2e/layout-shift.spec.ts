import type { BrowserContext, Page } from "@playwright/test";
import { expect, putInCart, test } from "./support/buying";
import { handedToken, postForm } from "./support/plain-form";

/** Writes down what moves on each page that opens, and by how much. */
async function watchShifts(context: BrowserContext) {
  await context.addInitScript(() => {
    const shifts: string[] = [];
    const observer = new PerformanceObserver(note);
    observer.observe({ type: "layout-shift", buffered: true });
    function note(list: { getEntries: () => PerformanceEntryList }) {
      for (const entry of list.getEntries()) shifts.push(JSON.stringify(say(entry)));
    }
    function say(entry: PerformanceEntry) {
      const { value, sources = [] } = entry as PerformanceEntry & { value: number; sources?: { node: Node | null }[] };
      const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent));
      return { value, moved: moved.map((text) => text?.slice(0, 80)) };
    }
    Object.assign(window, {
      readShifts: () => {
        note({ getEntries: () => observer.takeRecords() });
        return shifts;
      },
    });
  });
}

/** Once what stands there now has been painted. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const readShifts = (page: Page) =>
  page.evaluate(() => (window as unknown as { readShifts: () => string[] }).readShifts());

for (const width of [1024, 1440]) {
  test(`nothing moves when the shop learns that a member is here and what there is, ${width} px wide`, async ({
    device,
    account,
    piece,
  }) => {
    const shopper = await device({ viewport: { width, height: 900 } });
    const { page } = shopper;
    await shopper.carryToken(handedToken(await postForm("/login", { form: "password", fields: account })) ?? "");
    await putInCart(shopper, await piece(), 10);
    await watchShifts(shopper.context);
    for (const path of ["/", "/products/morning-mug"]) {
      const release = await shopper.holdRequests(/\/api\/(session|availability)/);
      await page.goto(path);
      const header = page.getByRole("banner");
      await expect(header.getByRole("link", { name: "Log in" })).toBeVisible();
      await painted(page);
      release();
      await expect(header.getByRole("link", { name: "Account" })).toBeVisible();
      await expect(header.getByText("Cart (10)")).toBeVisible();
      if (path !== "/") await expect(page.locator(".availability")).toContainText(/In stock|left|Sold out/);
      await painted(page);
      expect(await readShifts(page), path).toEqual([]);
      await page.unrouteAll();
    }
  });
}
