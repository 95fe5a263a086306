import { addPiece, expect, orderFields, ordersOf, test } from "./support/buying";
import { handedToken, postForm, request } from "./support/plain-form";

// A character that PostgreSQL cannot hold, in every field that reaches it. No browser types it; whoever sends it is told.

const broken = "a\u0000b";
const told = "There is a character in it that we cannot read.";

test("a name, an address or an email with a character that nothing can hold is told so beside the field", async ({
  account,
  piece,
}) => {
  const jar = await piece();
  const whole = orderFields("robin@example.com");
  const posts = [
    postForm("/login", { form: "password", fields: { email: `${broken}@example.com`, password: broken } }),
    postForm("/register", {
      form: "password",
      fields: { name: broken, email: `new-${account.email}`, password: "a kettle for two" },
    }),
    ...["name", "street", "city", "country"].map(async (field) => {
      const token = await addPiece(jar);
      return postForm("/checkout", { form: "Place order", fields: { ...whole, [field]: broken }, token });
    }),
  ];
  for (const answer of await Promise.all(posts)) {
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(told);
  }
  expect(await ordersOf(jar)).toEqual([]);
});

test("so are a piece and a question that nobody can mean", async ({ staff }) => {
  const add = await postForm("/products/espresso-cup", { form: "sku", fields: { sku: broken, quantity: "1" } });
  expect(add.status).toBe(200);
  expect(await add.text()).toContain("Please choose a glaze.");
  const token = handedToken(await postForm("/login", { form: "password", fields: staff }));
  for (const path of ["/search?q=%00", "/admin/sessions?q=a%00b"])
    expect((await request(path, { token })).status, path).toBe(200);
});
