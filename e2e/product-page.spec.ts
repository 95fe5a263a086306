import { expect, test } from "./support/fixtures";

test("the photograph, the price and the words follow the glaze without JavaScript, and other pieces go well with it", async ({
  device,
}) => {
  const { page } = await device({ javaScriptEnabled: false, reducedMotion: "reduce" });
  await page.goto("/products/cookie-jar");
  const piece = page.getByRole("article");
  const glazes = [
    { name: "Oat", photo: /speckled cream/, price: "€128.00" },
    { name: "Ink", photo: /deep blue/, price: "€134.00" },
    { name: "Terracotta", photo: /burnt orange/, price: "€134.00" },
    { name: "Oat", photo: /speckled cream/, price: "€128.00" },
  ];
  for (const { name, photo, price } of glazes) {
    await page.getByRole("radio", { name }).check({ force: true });
    await expect(piece.getByRole("img"), name).toHaveCount(1);
    await expect(piece.getByRole("img"), name).toHaveAccessibleName(photo);
    await expect(piece.getByText(price).filter({ visible: true }), name).toHaveCount(1);
    await expect(piece.getByRole("heading", { level: 2 }), name).toHaveText([name]);
    await expect(piece.getByRole("link", { name: `The Cookie Jar in ${name}` })).toBeVisible();
  }

  const related = page.getByRole("region", { name: "Goes well with" });
  await expect(related.getByRole("listitem")).toHaveCount(4);
  await expect(related.getByRole("link", { name: "Storage Jar" })).toBeVisible();
  await expect(related.getByRole("link", { name: "The Cookie Jar" })).toHaveCount(0);
});
