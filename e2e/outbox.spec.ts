import { randomUUID } from "node:crypto";
import { findViolations } from "./support/axe";
import { addPiece, expect, ordersOf, postOrder, test, uniqueEmail } from "./support/buying";
import { sql } from "./support/database";
import { createDatabase, type OwnDatabase } from "./support/own-database";
import { handedToken, postForm, request } from "./support/plain-form";
import { startMailServer } from "./support/smtp";

// A mail is a row of the transaction that it tells of, and goes out when there is somebody to take it.

const nobodyListens = "smtp://127.0.0.1:9";

type MailRow = { tries: number; problem: string | null; waits: number; state: string };

const mailRows = `SELECT tries, problem, extract(epoch FROM "dueAt" - now())::float AS waits,
  CASE WHEN "sentAt" IS NOT NULL THEN 'sent' WHEN "setAsideAt" IS NOT NULL THEN 'set aside' ELSE 'waiting' END AS state
  FROM "Mail" WHERE "orderNumber" = $1`;

/** A page's text as it is read: an address stands apart in the markup. */
async function readPage(path: string | null, options: { token: string; origin: string }): Promise<string> {
  return (await (await request(path ?? "", options)).text()).replace(/<\/?bdi>/g, "");
}

const orderMail = async (number: string | undefined) => (await sql<MailRow>(mailRows, [number]))[0];

test("an order's page says that its mail could not be sent yet, and the order stands", async ({ server, piece }) => {
  const { origin } = await server({ env: { SMTP_URL: nobodyListens } });
  const jar = await piece();
  const email = uniqueEmail();
  const placed = await postOrder(await addPiece(jar), { origin, email });
  const token = handedToken(placed) ?? "";
  const [order] = await ordersOf(jar);
  await expect.poll(async () => (await orderMail(order?.number))?.problem).toMatch(/^E\w+/);
  const html = await readPage(placed.headers.get("location"), { token, origin });
  expect(html).toContain("Thank you");
  expect(html).toContain(`Our mail to ${email} could not be sent yet; we keep trying.`);
  expect(html).not.toContain("We are writing to");
  const row = await orderMail(order?.number);
  expect(row).toMatchObject({ tries: 1, state: "waiting" });
  expect(row?.waits).toBeGreaterThan(0);
});

test("a mail that its receiver's server refuses is set aside at once, said, and sent again by support", async ({
  server,
  device,
  staff,
  piece,
}) => {
  let refusal = 550;
  const smtp = await startMailServer({ refuses: () => refusal });
  const { origin } = await server({ env: { SMTP_URL: smtp.url } });
  const jar = await piece();
  const placed = await postOrder(await addPiece(jar), { origin });
  const token = handedToken(placed) ?? "";
  const [order] = await ordersOf(jar);
  await expect.poll(async () => (await orderMail(order?.number))?.state).toBe("set aside");
  expect((await orderMail(order?.number))?.problem).toBe("EENVELOPE 550");
  const page = () => readPage(placed.headers.get("location"), { token, origin });
  expect(await page()).toContain("our mail to robin@example.com could not be sent");

  refusal = 0;
  const support = await device({ account: staff, baseURL: origin, javaScriptEnabled: false });
  await support.logIn({ next: "/admin/mails" });
  await support.open(`/admin/mails?order=${order?.number}`);
  await expect(support.page.getByText(/set aside: nobody tries again until you do/)).toBeVisible();
  const mail = support.page.getByRole("listitem").filter({ hasText: order?.number ?? "" });
  await expect(mail).toContainText("set aside · tried once · EENVELOPE 550");
  await mail.getByRole("button", { name: "Send again" }).click();
  await expect(support.page.getByRole("status")).toContainText("It is being sent again.");
  const mails = () => smtp.mails.filter(({ subject }) => subject === `Your order ${order?.number}`);
  await expect.poll(() => mails().length).toBe(1);
  await expect.poll(async () => (await orderMail(order?.number))?.state).toBe("sent");
  expect(await page()).toContain("We have written to robin@example.com.");
  const events = await sql(
    `SELECT FROM "SessionEvent" WHERE type = 'mail sent again by staff' AND detail->>'by' = $1`,
    [staff.id],
  );
  expect(events).toHaveLength(1);
  await smtp.stop();
});

test("the list of mails is the support team's alone, and accessible", async ({ device, staff, shopper }) => {
  await shopper.logIn();
  expect((await request("/admin/mails", { token: await shopper.token() })).status).toBe(404);
  const support = await device({ account: staff });
  await support.logIn({ next: "/admin/mails" });
  await expect(support.page.getByRole("heading", { level: 1, name: "Mails" })).toBeVisible();
  expect(await findViolations(support.page)).toEqual([]);
});

test.describe("In a database of its own", () => {
  let database: OwnDatabase;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    database = await createDatabase(randomUUID());
  });
  test.afterAll(() => database.drop());

  const read = async (number: string) => (await database.rows.query<MailRow>(mailRows, [number])).rows[0];
  const due = (number: string) =>
    database.rows.query(`UPDATE "Mail" SET "dueAt" = now() - interval '1 s' WHERE "orderNumber" = $1`, [number]);
  /** Whatever asks for a mail wakes its instance, be there an account or not. */
  const wake = (origin: string) =>
    postForm("/forgot-password", { form: "email", fields: { email: uniqueEmail() }, origin });

  async function order(origin: string): Promise<string> {
    const fields = { sku: "ESP-IRO", quantity: "1" };
    const added = await postForm("/products/espresso-cup", { form: "sku", fields, origin });
    const placed = await postOrder(handedToken(added) ?? "", { origin });
    const [, number = ""] = placed.headers.get("location")?.match(/(CJ-[\dA-Z-]+)/) ?? [];
    return number;
  }

  test("the mail of an order survives the instance that placed it, and two others send it once", async ({ server }) => {
    test.setTimeout(120_000);
    const silent = await startMailServer({ speaks: new Promise(() => {}) });
    const first = await server({ env: { DATABASE_URL: database.url, SMTP_URL: silent.url } });
    const number = await order(first.origin);
    await first.stop();
    await silent.stop();
    expect(await read(number)).toMatchObject({ tries: 1, state: "waiting" });

    await due(number);
    const smtp = await startMailServer();
    const env = { DATABASE_URL: database.url, SMTP_URL: smtp.url };
    const others = await Promise.all([server({ env }), server({ env })]);
    await expect.poll(async () => (await read(number))?.state).toBe("sent");
    await Promise.all(others.map(({ origin }) => wake(origin)));
    expect(smtp.mails.map(({ subject }) => subject)).toEqual([`Your order ${number}`]);
    expect((await read(number))?.tries).toBe(2);
    await smtp.stop();
  });

  test("a mail server that has no time is asked again after longer and longer, and in the end the mail is set aside", async ({
    server,
  }) => {
    test.setTimeout(120_000);
    const smtp = await startMailServer({ refuses: () => 451 });
    const { origin } = await server({ env: { DATABASE_URL: database.url, SMTP_URL: smtp.url } });
    const number = await order(origin);
    await expect.poll(async () => (await read(number))?.problem).toBe("EENVELOPE 451");
    const waited = [(await read(number))?.waits ?? 0];
    for (const tries of [2, 3]) {
      await due(number);
      await wake(origin);
      await expect.poll(async () => (await read(number))?.tries).toBe(tries);
      waited.push((await read(number))?.waits ?? 0);
    }
    expect(waited.map((seconds) => Math.ceil(seconds / 60))).toEqual([1, 5, 30]);
    await database.rows.query(`UPDATE "Mail" SET tries = 6 WHERE "orderNumber" = $1`, [number]);
    await due(number);
    await wake(origin);
    await expect.poll(async () => (await read(number))?.state).toBe("set aside");
    await smtp.stop();
  });

  test("a link that works no longer is not sent, nor is what cannot be opened", async ({ server }) => {
    const smtp = await startMailServer();
    await database.rows.query(
      `INSERT INTO "Mail" (id, kind, sealed, "dueAt", "uselessAt") VALUES
         (gen_random_uuid(), 'link', '{}', now(), now() - interval '1 s'), (gen_random_uuid(), 'order', '{}', now(), NULL)`,
    );
    await server({ env: { DATABASE_URL: database.url, SMTP_URL: smtp.url } });
    const problems = async () =>
      (
        await database.rows.query(
          `SELECT problem FROM "Mail" WHERE sealed = '{}' AND "setAsideAt" IS NOT NULL ORDER BY 1`,
        )
      ).rows;
    await expect.poll(problems).toEqual([{ problem: "sealed with a key that is gone" }, { problem: "too late" }]);
    expect(smtp.mails).toEqual([]);
    await smtp.stop();
  });
});
