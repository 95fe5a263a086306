import { addPiece, expect, ordersOf, postOrder, test, uniqueEmail } from "./support/buying";
import { hashOf, sql } from "./support/database";
import { handedToken, request } from "./support/plain-form";
import { startMailServer } from "./support/smtp";

test("an order stands, and its page is there, while the mail server has not said a word", async ({ server, piece }) => {
  let speak = () => {};
  const speaks = new Promise<void>((resolve) => {
    speak = resolve;
  });
  const smtp = await startMailServer({ speaks });
  const { origin } = await server({ env: { SMTP_URL: smtp.url } });
  const jar = await piece();
  const token = await addPiece(jar);
  const answer = await postOrder(token, { origin });
  // Had the answer waited, the shop would have given the mail server up by now, and the mail with it.
  speak();
  const page = await (
    await request(answer.headers.get("location") ?? "", { token: handedToken(answer), origin })
  ).text();
  const [order] = await ordersOf(jar);
  expect(page).toContain("Thank you");
  expect(page).toContain(order?.number);
  // What else is due in this database may come along.
  await expect.poll(() => smtp.mails.map(({ subject }) => subject)).toContain(`Your order ${order?.number}`);
  await smtp.stop();
});

test("the mail of a guest's order says what was ordered and opens it, as text and as HTML", async ({
  server,
  piece,
}) => {
  const smtp = await startMailServer();
  const { origin } = await server({ env: { SMTP_URL: smtp.url, MAIL_FROM: "The Cookie Jar <shop@shop.example>" } });
  const [jar, bowl] = [await piece({ priceCents: 28_00 }), await piece({ priceCents: 12_50 })];
  const token = await addPiece(jar, { quantity: 2 });
  await addPiece(bowl, { token });
  const email = uniqueEmail();
  await postOrder(token, { origin, email });
  await expect.poll(() => smtp.mailsTo(email).length).toBe(1);
  const [mail] = smtp.mailsTo(email);
  await smtp.stop();

  const [order] = await ordersOf(jar);
  expect(mail).toMatchObject({ subject: `Your order ${order?.number}`, to: { text: email } });
  const [link = ""] = mail?.text?.match(/https?:\/\/\S+/) ?? [];
  expect(link).toMatch(new RegExp(`^${origin}/orders/${order?.number}\\?key=[0-9a-f]{64}$`));
  const lines = [`2 × ${jar.name}, Iron`, "€56.00", `1 × ${bowl.name}, Iron`, "€12.50", "€6.90", "€75.40"];
  for (const part of [mail?.text, mail?.html]) for (const words of [...lines, link]) expect(part).toContain(words);

  const { pathname, search, searchParams } = new URL(link);
  const kept = await sql<{ keyHash: Buffer }>(`SELECT "keyHash" FROM "Order" WHERE id = $1`, [order?.id]);
  expect(kept).toEqual([{ keyHash: hashOf(searchParams.get("key") ?? "") }]);
  expect(await (await request(pathname + search, { origin })).text()).toContain("Show my order");
});
