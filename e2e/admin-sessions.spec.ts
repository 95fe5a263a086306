import { randomUUID } from "node:crypto";
import { findViolations } from "./support/axe";
import { ageColumn, ageSession, endReasons, eventsOf, findRow, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { createDatabase } from "./support/own-database";
import { handedToken, otherOrigin, peek, postForm, request } from "./support/plain-form";

// ASVS 7.4.5, 7.4.2 and 16.3: support answers "why was I logged out?", and everything it does names who did it.

test("support finds a customer, sees why a session ended, and the look is written down", async ({
  device,
  account,
  staff,
}) => {
  const customer = await device();
  await customer.enter();
  await customer.age({ minutes: 31 });
  await customer.open("/account");
  await expect(customer.page.getByRole("status").first()).toContainText("30 minutes without activity");

  const support = await device({ account: staff });
  const { page } = support;
  await support.logIn({ next: "/account" });
  await page.getByRole("link", { name: "Support" }).click();
  await page.getByRole("searchbox", { name: "Name or email of the customer" }).fill(account.email);
  await page.getByRole("button", { name: "Find" }).click();
  await page.locator("main").getByRole("link", { name: account.name }).click();
  await expect(page.getByRole("heading", { name: account.name })).toBeVisible();
  const ended = page.getByRole("region", { name: "Logged out" });
  await expect(ended.getByRole("listitem")).toContainText("30 minutes passed without activity.");
  const happened = page.getByRole("region", { name: "What happened" });
  await expect(happened).toContainText("This page was looked at.by Robin Test");
  await expect(happened).toContainText("Logged out. 30 minutes passed without activity.");

  expect(await eventsOf(account.id, "looked at by staff")).toEqual([{ sessionId: null, detail: { by: staff.id } }]);
  const searches = await sql<{ detail: { found: string[] } }>(
    `SELECT detail FROM "SessionEvent" WHERE type = 'searched by staff' AND detail->>'by' = $1`,
    [staff.id],
  );
  expect(searches.map(({ detail }) => detail.found)).toEqual([[account.id]]);
});

test("support ends one of a customer's sessions; the customer is told, and the event says who did it", async ({
  device,
  account,
  staff,
}) => {
  const customer = await device();
  await customer.enter();
  const token = await customer.token();
  const support = await device({ account: staff });
  await support.enter();
  await support.open(`/admin/sessions/${account.id}`);
  await support.page.getByRole("button", { name: "End", exact: true }).click();
  await expect(support.page.getByRole("status")).toContainText("The session is ended.");
  await expect(support.page.getByRole("region", { name: "What happened" })).toContainText(
    /The support team ended it\.[^·]+ · by Robin Test/,
  );

  expect(await peek(token, otherOrigin)).toMatchObject({ status: "ended" });
  await customer.open("/account");
  await expect(customer.page.getByRole("status").first()).toContainText("logged out by our support team");
  expect(await customer.row()).toMatchObject({ endReason: "REVOKED_BY_STAFF" });
  expect(await eventsOf(account.id, "ended")).toEqual([
    { sessionId: (await customer.row()).id, detail: { reason: "REVOKED_BY_STAFF", by: staff.id } },
  ]);
});

test("a disabled account is out of every device at once, cannot log in, and can be enabled again", async ({
  device,
  account,
  staff,
}) => {
  const first = await device();
  const customers = [first, await device(), await device()];
  for (const customer of customers) await customer.logIn();
  const support = await device({ account: staff, javaScriptEnabled: false });
  await support.enter();
  await support.open(`/admin/sessions/${account.id}`);
  await support.page.getByRole("button", { name: "Disable account" }).click();
  await expect(support.page.getByText("The account is disabled and all its sessions are ended.")).toBeVisible();

  for (const customer of customers) {
    expect((await peek(await customer.token(), otherOrigin)).status).toBe("ended");
    await customer.open("/account");
    await expect(customer.page.getByRole("status").first()).toContainText("because your account was disabled");
  }
  expect(await endReasons(account.id)).toEqual(Array(3).fill("ACCOUNT_DISABLED"));
  await first.fillLogIn();
  await first.page.getByRole("button", { name: "Log in" }).click();
  await expect(first.page.getByRole("alert").first()).toContainText("do not match");

  await support.page.getByRole("button", { name: "Enable account" }).click();
  await expect(support.page.getByText("The account is enabled again.")).toBeVisible();
  await first.logIn();
  expect(await eventsOf(account.id, "account disabled")).toEqual([{ sessionId: null, detail: { by: staff.id } }]);
});

test("support ends all of a customer's sessions, and only theirs", async ({ shopper, device, account, staff }) => {
  const other = await device();
  await other.enter();
  await shopper.enter();
  const support = await device({ account: staff });
  await support.enter();
  await support.open(`/admin/sessions/${account.id}`);
  await support.page.getByRole("button", { name: "End all sessions" }).click();
  await expect(support.page.getByRole("status")).toContainText("All sessions of this customer are ended.");
  expect(await endReasons(account.id)).toEqual(["REVOKED_BY_STAFF", "REVOKED_BY_STAFF"]);
  expect(await support.row()).toMatchObject({ endedAt: null });
});

test("whatever support does to a customer asks for a fresh login first", async ({
  shopper,
  device,
  account,
  staff,
}) => {
  await shopper.enter();
  const support = await device({ account: staff });
  await support.enter();
  const { id } = await shopper.row();
  const seenBy = await support.token();
  const acts = { "End all sessions": {}, "Disable account": {}, session: { session: id } };
  await support.stopBeingFresh();
  for (const [form, fields] of Object.entries(acts)) {
    const answer = await postForm(`/admin/sessions/${account.id}`, { form, fields, token: seenBy });
    expect(answer.headers.get("location"), form).toBe(
      `/confirm?next=${encodeURIComponent(`/admin/sessions/${account.id}`)}`,
    );
  }
  await sql(`UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [account.id]);
  const enable = await postForm(`/admin/sessions/${account.id}`, { form: "Enable account", token: seenBy });
  expect(enable.headers.get("location")).toContain("/confirm");
  const [user] = await sql<{ disabledAt: Date | null }>(`SELECT "disabledAt" FROM "User" WHERE id = $1`, [account.id]);
  expect(user?.disabledAt).not.toBeNull();
  expect(await findRow(await shopper.token())).toMatchObject({ endedAt: null });
});

test("logging everyone out asks for a fresh login and a tick first", async ({ device, staff }) => {
  const support = await device({ account: staff });
  const { page } = support;
  await support.enter();
  await ageColumn((await support.row()).id, "authenticatedAt", { minutes: 11 });
  await support.open("/admin/sessions/everyone");
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  await page.getByLabel("Password").fill(staff.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Log everyone out" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please tick the box first." })).toBeVisible();
});

test("logging everyone out ends every session but the one that asks, and says who it was", async ({ server }) => {
  test.setTimeout(120_000);
  const password = randomUUID();
  const database = await createDatabase(password);
  try {
    const { origin } = await server({ env: { DATABASE_URL: database.url } });
    const logIn = async (email: string) =>
      handedToken(await postForm("/login", { form: "password", fields: { email, password }, origin })) ?? "";
    const [ada, colleague, token] = [
      await logIn("ada@example.com"),
      await logIn("sam@example.com"),
      await logIn("sam@example.com"),
    ];
    const answer = await postForm("/admin/sessions/everyone", { form: "sure", fields: { sure: "on" }, token, origin });
    expect(answer.headers.get("location")).toBe("/admin/sessions?ended=2");
    expect(await peek(ada, origin)).toMatchObject({
      status: "ended",
      message: expect.stringContaining("by our support team"),
    });
    expect((await peek(colleague, origin)).status).toBe("ended");
    expect((await peek(token, origin)).status).toBe("member");
    const { rows } = await database.rows.query(
      `SELECT type, detail->>'reason' AS reason FROM "SessionEvent" e
       WHERE detail->>'by' = (SELECT id::text FROM "User" WHERE email = 'sam@example.com') ORDER BY e.id`,
    );
    const ended = { type: "ended", reason: "REVOKED_BY_STAFF" };
    expect(rows, "that it was asked for is written down first").toEqual([
      { type: "everyone logged out by staff", reason: null },
      ended,
      ended,
    ]);
  } finally {
    await database.drop();
  }
});

test("everyone is out although there are many and the database is slow, and a press that broke off goes on", async ({
  server,
}) => {
  test.setTimeout(120_000);
  const password = randomUUID();
  const database = await createDatabase(password);
  const { rows } = database;
  try {
    const { origin } = await server({ env: { DATABASE_URL: database.url } });
    const fields = { email: "sam@example.com", password };
    const token = handedToken(await postForm("/login", { form: "password", fields, origin })) ?? "";
    await rows.query(`
      INSERT INTO "User" (id, email, name) SELECT gen_random_uuid(), 'many-' || n || '@example.com', 'Many' FROM generate_series(1, 250) n`);
    await rows.query(`
      INSERT INTO "Session" (id, "tokenHash", "userId", device, "loggedInAt")
      SELECT gen_random_uuid(), sha256(convert_to(u.id::text || n, 'UTF8')), u.id, 'Many', now()
      FROM "User" u, generate_series(1, 10) n WHERE u.name = 'Many'`);
    // Each statement that ends sessions takes 10 ms more, as over a slow line.
    await rows.query(`
      CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.01); RETURN NULL; END $$`);
    await rows.query(`CREATE TRIGGER pause BEFORE UPDATE ON "Session" FOR EACH STATEMENT EXECUTE FUNCTION pause()`);
    const press = async () =>
      (await postForm("/admin/sessions/everyone", { form: "sure", fields: { sure: "on" }, token, origin })).headers.get(
        "location",
      );
    const left = async () =>
      (await rows.query(`SELECT count(*)::int AS n FROM "Session" WHERE device = 'Many' AND "endedAt" IS NULL`)).rows[0]
        .n;

    await rows.query("BEGIN");
    await rows.query(`SELECT FROM "User" WHERE name = 'Many' ORDER BY id DESC LIMIT 1 FOR UPDATE`);
    expect(await press()).toBe("/admin/sessions/everyone?unfinished");
    expect(await left(), "whoever was not behind the held row is out").toBeLessThanOrEqual(1000);
    await rows.query("COMMIT");
    expect(await press()).toMatch(/ended=\d+$/);
    expect(await left()).toBe(0);
    const events = await rows.query(`SELECT count(*)::int AS n FROM "SessionEvent" WHERE type = 'ended'`);
    expect(events.rows[0].n, "each once").toBe(2500);
  } finally {
    await database.drop();
  }
});

test("for customers there is no such page and no such act", async ({ shopper, device, account, staff }) => {
  await shopper.enter();
  const token = await shopper.token();
  const support = await device({ account: staff });
  await support.enter();
  const seenBy = await support.token();
  for (const path of ["/admin/sessions", `/admin/sessions/${account.id}`, "/admin/sessions/everyone"]) {
    expect((await request(path, { token })).status, path).toBe(404);
    expect((await request(path)).headers.get("location"), path).toContain("/login?next=");
  }
  const answer = await postForm(`/admin/sessions/${staff.id}`, { form: "Disable account", token, seenBy });
  expect(answer.status).toBe(404);
  const everyone = await postForm("/admin/sessions/everyone", { form: "sure", fields: { sure: "on" }, token, seenBy });
  expect(everyone.status).toBe(404);
  expect(await support.row()).toMatchObject({ endedAt: null });
  expect(await shopper.row()).toMatchObject({ endedAt: null });
  await shopper.open("/account");
  await expect(shopper.page.getByRole("link", { name: "Support" })).toBeHidden();
  expect((await request(`/admin/sessions/${randomUUID()}`, { token: seenBy })).status).toBe(404);
});

test("staff cannot disable themselves, and their sessions are short", async ({ device, staff }) => {
  const support = await device({ account: staff });
  await support.enter({ remembered: true });
  await support.open(`/admin/sessions/${staff.id}`);
  await support.page.getByRole("button", { name: "Disable account" }).click();
  await expect(support.page.getByRole("status")).toContainText("Nothing was changed");
  await ageSession((await support.row()).id, { minutes: 16 });
  await support.open("/admin/sessions");
  await expect(support.page.getByRole("status").first()).toContainText("15 minutes without activity");
});

for (const width of [375, 1440]) {
  test(`the pages of support have no accessibility problems at ${width} px, and show no secret`, async ({
    device,
    account,
    staff,
  }) => {
    const customer = await device();
    await customer.enter();
    const support = await device({ account: staff, viewport: { width, height: 900 } });
    await support.enter();
    for (const path of [
      "/admin/sessions",
      `/admin/sessions?q=${account.email}`,
      `/admin/sessions/${account.id}`,
      "/admin/sessions/everyone",
    ]) {
      await support.open(path);
      const violations = await findViolations(support.page);
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        path,
      ).toEqual([]);
      const html = await support.page.content();
      expect(html).not.toContain(await customer.token());
      expect(html).not.toContain((await customer.row()).tokenHash.toString("hex"));
    }
  });
}
