import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { cards, postOrder, uniqueEmail } from "./support/buying";
import { hashOf } from "./support/database";
import { expect, test } from "./support/fixtures";
import { linkIn, mailTo } from "./support/mails";
import { addLinks, createDatabase, sumTables } from "./support/own-database";
import { routes, staticPages, unknownPage } from "./support/pages";
import { handedToken, postForm, request } from "./support/plain-form";

// ASVS 3.5.3: what changes something is never a GET. On a database of its own, so that every row of every table can be
// compared: nobody else writes there, and the sweeper finds nothing that is over. What a visit may write does not fall
// due here: that somebody was seen (once a minute), and that a session is over and its owner was told. Who looks at what
// is another's, or takes everything along, is written down, as it must be: those events are compared one by one.

const ada = "ada@example.com";
const confirmation = "/confirm?next=/account/security";

/** Whether a route is among the prebuilt pages, or stands for some of them. */
const isPrebuilt = (route: string) => staticPages.includes(route) || /^\/(products|shop)\/\[/.test(route);

/** The events written after the one with this id. */
async function eventsAfter(rows: Client, id: string): Promise<{ id: string; type: string }[]> {
  return (await rows.query(`SELECT id::text, type FROM "SessionEvent" WHERE id > $1 ORDER BY id`, [id])).rows;
}

/** Somebody with an order, a cart that is at the bank, and what was typed on the way there. */
async function shop(origin: string, token?: string) {
  const email = uniqueEmail();
  const add = (token?: string) => {
    const fields = { sku: "ESP-IRO", quantity: "1" };
    return postForm("/products/espresso-cup", { form: "sku", fields, token, origin });
  };
  let held = token ?? handedToken(await add()) ?? "";
  if (token) await add(token);
  const placed = await postOrder(held, { origin, email });
  held = handedToken(placed) ?? held;
  await add(held);
  const asked = await postOrder(held, { origin, email, card: cards.challenge });
  expect(asked.headers.get("location")).toContain("/checkout/challenge");
  held = handedToken(asked) ?? held;
  // The first look with a new token writes down that it has arrived.
  await request("/api/session", { token: held, origin });
  const [number = ""] = placed.headers.get("location")?.match(/CJ-[^?]+/) ?? [];
  return { token: held, number, email };
}

test("whoever only looks, at every page there is, changes nothing in any table", async ({ server }) => {
  test.setTimeout(180_000);
  const password = `pw-${randomUUID()}`;
  const { url, rows, drop } = await createDatabase(password);
  try {
    const { origin } = await server({ env: { DATABASE_URL: url } });
    const logIn = async (email: string) =>
      handedToken(await postForm("/login", { form: "password", fields: { email, password }, origin })) ?? "";
    const guest = await shop(origin);
    const member = await shop(origin, await logIn(ada));
    const [staff, waiting] = [await logIn("sam@example.com"), await logIn(ada)];
    const links = await addLinks(rows, ada);
    const mail = await mailTo(guest.email, `Your order ${guest.number}`);
    const unsent = `SELECT FROM "Mail" WHERE "sentAt" IS NULL`;
    await expect.poll(async () => (await rows.query(unsent)).rowCount).toBe(0);
    const { rows: people } = await rows.query<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [ada]);
    // However long this takes, nobody is due to be noted as seen; and one login is old enough to be asked to confirm it.
    await rows.query(`UPDATE "Session" SET "lastSeenAt" = now() + interval '10 min'`);
    await rows.query(`UPDATE "Session" SET "authenticatedAt" = now() - interval '11 min' WHERE "tokenHash" = $1`, [
      hashOf(waiting),
    ]);

    /** Where to go in place of a route that stands for many addresses, or that is asked something. */
    const addresses: Record<string, string[]> = {
      "/admin/sessions": ["/admin/sessions?q=ada"],
      "/admin/sessions/[user]": [`/admin/sessions/${people[0]?.id}`],
      "/api/availability": ["/api/availability?product=espresso-cup"],
      "/api/search/suggest": ["/api/search/suggest?q=cup"],
      "/checkout": ["/checkout", "/checkout?declined", "/checkout?changed"],
      "/confirm": [confirmation],
      "/login": ["/login?next=/account", "/login?reset"],
      "/login/link/[token]": [`/login/link/${links.LOG_IN}`],
      "/mailbox/[id]": [`/mailbox/${mail.id}`],
      "/orders/[number]": [`/orders/${guest.number}`, `/orders/${member.number}?placed`, linkIn(mail)],
      "/reset-password/[token]": [`/reset-password/${links.RESET_PASSWORD}`],
      "/restore-email/[token]": [`/restore-email/${links.RESTORE_EMAIL}`],
      "/search": ["/search?q=cup&glaze=snow", "/search?q=teapto"],
      "/verify-email/[token]": [`/verify-email/${links.VERIFY_EMAIL}`, `/verify-email/${links.CHANGE_EMAIL}`],
    };
    const rendered = routes.filter((route) => !isPrebuilt(route)).flatMap((route) => addresses[route] ?? [route]);
    const dynamic = [...rendered, unknownPage];
    const visits = [
      { who: "a guest", token: guest.token, paths: [...staticPages, ...dynamic] },
      { who: "a member", token: member.token, paths: dynamic },
      { who: "support", token: staff, paths: dynamic },
      { who: "a member who logged in long ago", token: waiting, paths: [confirmation] },
    ];
    const writtenDown: Record<string, string[]> = {
      "/account/export": ["data exported"],
      "/admin/sessions?q=ada": ["searched by staff"],
      [`/admin/sessions/${people[0]?.id}`]: ["looked at by staff"],
    };
    const before = await sumTables(rows);
    let lastEvent = (await eventsAfter(rows, "0")).at(-1)?.id ?? "0";
    const unseen = new Set([...staticPages, ...dynamic]);
    for (const { who, token, paths } of visits) {
      for (const path of paths) {
        const visit = `${who} at ${path}`;
        const answer = await request(path, { token, origin });
        expect(answer.status, visit).toBeLessThan(500);
        // One that the same answer takes back: docs/decisions/0040, e2e/back.spec.ts.
        if (path !== "/api/not-kept") expect(answer.headers.getSetCookie(), visit).toEqual([]);
        expect(await sumTables(rows), visit).toEqual(before);
        const events = await eventsAfter(rows, lastEvent);
        const expected = answer.status === 200 ? (writtenDown[path] ?? []) : [];
        expect(
          events.map(({ type }) => type),
          visit,
        ).toEqual(expected);
        lastEvent = events.at(-1)?.id ?? lastEvent;
        if (answer.status === 200 || answer.status === 204) unseen.delete(path);
      }
    }
    // Each page was seen by one of them, not only led away from; what is left has none, or only takes a POST.
    const closed = ["/api/cart", "/api/logout", "/api/session/draft"];
    expect([...unseen].toSorted()).toEqual([...closed, unknownPage].toSorted());
  } finally {
    await drop();
  }
});
