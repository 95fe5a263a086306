import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * What axe finds wrong with a page, by all of its rules. A page without frames is looked at in itself: opening a second
 * one to add the frames up, and sending over what is in order, took more than half of the time.
 */
export async function findViolations(page: Page) {
  if (page.frames().length > 1) throw new Error("This page has frames: axe must look into each");
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  return (await axe.analyze()).violations;
}
