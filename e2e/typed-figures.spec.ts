import {
  addPiece,
  expect,
  fillAddress,
  fillCard,
  orderFields,
  ordersOf,
  placeOrder,
  putInCart,
  test,
} from "./support/buying";
import { forgetGuest, sql } from "./support/database";
import { handedToken, postForm, request } from "./support/plain-form";

// Figures and addresses as people of all countries type them, and what is said to everything else.

test.describe("At the checkout", () => {
  test("a postcode is asked for where there is one, in the shape of its country, beside the field", async ({
    shopper,
    piece,
  }) => {
    const { page } = shopper;
    const jar = await piece();
    await putInCart(shopper, jar);
    await page.goto("/checkout");
    await fillAddress(page, { email: "robin@example.com", Postcode: "", Country: "Deutschland" });
    await fillCard(page);
    await placeOrder(page);
    await expect(page.getByLabel("Postcode")).toHaveAccessibleDescription("Please enter the postcode.");
    await page.getByLabel("Country").fill("Japan");
    await page.getByLabel("Postcode").fill("10115");
    await fillCard(page);
    await placeOrder(page);
    await expect(page.getByLabel("Postcode")).toHaveAccessibleDescription(
      "This does not look like a postcode of Japan.",
    );
    await page.getByLabel("Country").fill("Utopia");
    await fillCard(page);
    await placeOrder(page);
    await expect(page.getByLabel("Country")).toHaveAccessibleDescription(/do not know this country/);
    await expect(page.getByLabel("Postcode")).not.toHaveAttribute("aria-invalid");
    await page.getByLabel("Postcode").fill("");
    await page.getByLabel("Country").fill("hong kong");
    await fillCard(page);
    await placeOrder(page);
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    expect(await ordersOf(jar)).toEqual([expect.objectContaining({ postcode: "", country: "Hong Kong" })]);
  });

  test("figures of any script, dashes and blanks of any kind are understood", async ({ piece }) => {
    const jar = await piece();
    for (const [typed, kept] of [
      [
        { postcode: "１００−０００１", country: "日本", expiry: "０４／２０３９" },
        { postcode: "100-0001", country: "Japan" },
      ],
      [{ postcode: "K1A\u00a00B1", country: "Canada", expiry: "042039" }, { postcode: "K1A 0B1" }],
      [
        { postcode: "12345–6789", country: "USA", expiry: "٠٤-٣٩" },
        { postcode: "12345-6789", country: "United States" },
      ],
      [
        { postcode: "12345 Cedex 09", country: "France", cardNumber: "４２４２ 4242–4242\u00a04242" },
        { postcode: "12345 CEDEX 09" },
      ],
    ] as const) {
      const token = await addPiece(jar);
      const fields = { ...orderFields("robin@example.com"), ...typed };
      const answer = await postForm("/checkout", { form: "Place order", fields, token });
      expect(answer.headers.get("location"), JSON.stringify(typed)).toContain("?placed");
      expect((await ordersOf(jar)).at(-1)).toEqual(expect.objectContaining(kept));
      await forgetGuest(token);
    }
  });

  test("an expiry date that fits no card is refused beside the field", async ({ piece }) => {
    let token = await addPiece(await piece());
    for (const [expiry, said] of [
      ["122020", "This card has expired."],
      ["12/2020", "This card has expired."],
      ["13/39", "Please enter month and year"],
      ["0x4/39", "Please enter month and year"],
    ] as const) {
      const fields = { ...orderFields("robin@example.com"), expiry };
      const answer = await postForm("/checkout", { form: "Place order", fields, token });
      expect(await answer.text(), expiry).toContain(said);
      token = handedToken(answer) ?? token;
    }
    await forgetGuest(token);
  });

  test("an address from before countries were known survives, and is used once its country is one", async ({
    account,
    piece,
  }) => {
    await sql(
      `INSERT INTO "Address" (id, "userId", name, street, postcode, city, country)
       VALUES (gen_random_uuid(), $1, 'Robin', 'Old Road 1', '10115', 'Berlin', 'Germania Inferior')`,
      [account.id],
    );
    const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
    expect(await (await request("/account/addresses", { token })).text()).toContain("Germania Inferior");
    await addPiece(await piece(), { token });
    expect(await (await request("/checkout", { token })).text()).toContain('value="Germania Inferior"');
  });
});

test("a quantity is decimal digits, and nothing that only a programming language counts with", async ({ piece }) => {
  const jar = await piece();
  const add = (quantity: string, token?: string) =>
    postForm("/products/espresso-cup", { form: "sku", fields: { sku: jar.sku, quantity }, token });
  for (const quantity of ["0x1", "0b11", "1e0", "+2", "2.0", "", "½"]) {
    const answer = await add(quantity);
    expect(await answer.text(), quantity).toMatch(/Please enter a (whole )?number\./);
    expect(handedToken(answer), quantity).toBeUndefined();
  }
  for (const quantity of [" 2 ", "２", "٢"]) {
    const token = handedToken(await add(quantity)) ?? "";
    expect(await (await request("/cart", { token })).text(), quantity).toContain(`value="2"`);
    await forgetGuest(token);
  }
  expect(await (await request("/search?page=0x2&price=0x10-0x20")).text()).not.toContain("Page 2");
});

test("whatever is sent in whatever field, the answer is in our words", async ({ account, piece }) => {
  const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  await addPiece(await piece(), { token });
  const forms: [path: string, form: string, names: string[], token?: string][] = [
    ["/login", "password", ["email", "password", "remembered", "next"]],
    ["/register", "password", ["name", "email", "password", "next"]],
    ["/forgot-password", "email", ["email"]],
    ["/account/addresses", "Add address", ["name", "street", "postcode", "city", "country", "id"], token],
    ["/account/security", "current", ["current", "password"], token],
    ["/account/security", "Save", ["name", "email"], token],
    ["/checkout", "Place order", ["name", "street", "postcode", "city", "country", "delivery"], token],
    ["/checkout", "Place order", ["cardNumber", "expiry", "securityCode", "reviewed", "totalCents"], token],
    ["/products/espresso-cup", "sku", ["sku", "quantity"]],
  ];
  for (const [path, form, names, token] of forms)
    for (const rubbish of ["", "x".repeat(400), new File(["x"], "x.txt"), "\u202e", "1e9"]) {
      const fields = Object.fromEntries(names.map((name) => [name, rubbish]));
      const answer = await postForm(path, { form, fields: fields as Record<string, string>, token });
      const told = [
        ...(await answer.text()).matchAll(/<(?:p id="[^"]*-error"|div role="alert")[^>]*>(.*?)<\/(?:p|div)>/gs),
      ];
      for (const [, words = ""] of told)
        expect(words, `${path} ${names}`).not.toMatch(/Invalid|expected|Too (big|small)/);
    }
});
