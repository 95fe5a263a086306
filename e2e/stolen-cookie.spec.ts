import { eventsOf } from "./support/database";
import { expect, test } from "./support/fixtures";
import { peek, postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// SESS-09. A login is fresh on the device that proved itself, and nowhere else, whatever was noticed before.

const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
const device = "Mobile Safari on iOS";

/** What a thief gets at the door of everything a member has, with the member's token on a telephone. */
async function exportAsThief(owner: Shopper): Promise<string | null> {
  const answer = await request("/account/export", {
    token: await owner.token(),
    headers: { "user-agent": iphone },
  });
  return answer.headers.get("location") ?? answer.headers.get("content-type");
}

const toConfirm = "/confirm?next=%2Faccount%2Fsecurity";

test("a cookie that is used from another device is shown to its owner, and sensitive acts ask again", async ({
  shopper,
  device: open,
}) => {
  await shopper.logIn();
  const { id } = await shopper.row();
  const thief = await open({ userAgent: iphone });
  await thief.carryToken(await shopper.token());
  await thief.open("/account");
  await thief.page.reload();

  expect(await eventsOf(shopper.account.id, "used elsewhere")).toEqual([{ sessionId: id, detail: { device } }]);
  await shopper.open("/account/sessions");
  await expect(shopper.page.getByText("was used from Mobile Safari on iOS")).toBeVisible();
  await shopper.open("/account/export");
  await expect(shopper.page).toHaveURL(/\/confirm/);
  expect(await shopper.row()).toMatchObject({ endedAt: null, authenticatedAt: null });
});

test("a second token that the same device steals is seen again, and is fresh for its owner alone", async ({
  shopper,
}) => {
  await shopper.logIn();
  expect(await exportAsThief(shopper)).toBe(toConfirm);
  await shopper.open("/confirm?next=/account");
  await shopper.confirm();
  for (let turn = 0; turn < 3; turn++) expect(await exportAsThief(shopper)).toBe(toConfirm);
  expect(await eventsOf(shopper.account.id, "used elsewhere")).toHaveLength(2);

  await shopper.open("/confirm?next=/account");
  await shopper.confirm();
  const answer = await shopper.page.request.get("/account/export");
  expect(answer.headers()["content-type"]).toContain("application/json");
  expect(await exportAsThief(shopper)).toBe(toConfirm);
});

test("a second theft is written down although the thief lets a day pass in the glass box", async ({ shopper }) => {
  await shopper.logIn({ remembered: true });
  await exportAsThief(shopper);
  await shopper.open("/confirm?next=/account");
  await shopper.confirm();
  const headers = { origin: process.env.BASE_URL ?? "", "user-agent": "curl/8.0" };
  await postForm("/session", { form: "Let a day pass", token: await shopper.token(), headers });
  await exportAsThief(shopper);
  const noticed = await eventsOf(shopper.account.id, "used elsewhere");
  expect(noticed.filter(({ detail }) => JSON.stringify(detail).includes(device))).toHaveLength(2);
});

test("a thief who says ever new names is written down five times, and the owner confirms and goes on", async ({
  shopper,
}) => {
  await shopper.logIn();
  const token = await shopper.token();
  const names = ["Edg", "OPR", "Vivaldi", "YaBrowser", "SamsungBrowser", "Whale"];
  const systems = ["Windows NT 10.0", "Macintosh; Intel Mac OS X 10_15"];
  const agents = names.flatMap((name) => systems.map((system) => `Mozilla/5.0 (${system}) ${name}/9.0`));
  const visit = (agent: string) => request("/api/session", { token, headers: { "user-agent": agent } });
  await Promise.all(agents.map(visit));
  for (const agent of agents) await visit(agent);
  expect(await eventsOf(shopper.account.id, "used elsewhere")).toHaveLength(5);
  await shopper.open("/confirm?next=/account");
  await shopper.confirm();
  for (const agent of agents) await visit(agent);
  expect((await request("/account/export", { token: await shopper.token() })).status).toBe(200);
  expect(await peek(await shopper.token())).toMatchObject({ status: "member" });
});

test("twenty requests of a thief at once are one event", async ({ shopper }) => {
  await shopper.logIn();
  await Promise.all(Array.from({ length: 20 }, () => exportAsThief(shopper)));
  expect(await eventsOf(shopper.account.id, "used elsewhere")).toHaveLength(1);
});

test("whoever confirms on another device is fresh there, and no longer where they logged in", async ({
  shopper,
  device: open,
}) => {
  await shopper.logIn();
  const phone = await open({ userAgent: iphone });
  await phone.carryToken(await shopper.token());
  await phone.open("/account/export");
  await phone.page.waitForURL(/\/confirm/);
  await phone.page.getByLabel("Password").fill(phone.account.password);
  await phone.page.getByRole("button", { name: "Continue" }).click();
  await expect.poll(() => exportAsThief(phone)).toContain("application/json");
  const token = await phone.token();
  const desk = await request("/account/export", { token });
  expect(desk.headers.get("location")).toBe(toConfirm);
});

for (const userAgent of ["", "curl/8.0", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"]) {
  test(`a copy used by “${userAgent.slice(0, 40)}” changes nothing that asks for a fresh login`, async ({
    shopper,
  }) => {
    await shopper.logIn();
    const token = await shopper.token();
    const answer = await postForm("/account/security", {
      ...{ form: "Save", token, fields: { name: "Somebody Else" } },
      headers: { origin: process.env.BASE_URL ?? "", "user-agent": userAgent },
    });
    expect(answer.headers.get("location")).toContain("/confirm");
    expect(await shopper.row()).toMatchObject({ endedAt: null });
  });
}

test("a browser that updates itself stays the same device", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/account");
  expect(await eventsOf(shopper.account.id, "used elsewhere")).toEqual([]);
  expect((await shopper.row()).endedAt).toBeNull();
});
