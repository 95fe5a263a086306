import { randomBytes, randomUUID } from "node:crypto";
import { cards, orderFields, postOrder, uniqueEmail } from "./support/buying";
import { hashOf } from "./support/database";
import { expect, test } from "./support/fixtures";
import { linkIn, mailTo } from "./support/mails";
import { addLinks, createDatabase, sumTables } from "./support/own-database";
import { actions } from "./support/pages";
import { handedToken, postForm, request } from "./support/plain-form";

// ASVS 7.2.1 and 3.5: every action of the build asks for itself who sent it, and from where. Each is posted as its page
// has it, with the fields that make it work: from another site, and as whoever must not; then as its owner, which shows
// that it was worth trying. On a database of its own, so that a change in any table is seen.

type Person = "ada" | "sam" | "nico" | "guest";

type Door = {
  action: string;
  /** The page that has the form. */
  at: string;
  fields?: Record<string, string>;
  owner: Person;
  /** Whose token it must not work for, besides those that open nothing; with "anybody" it works without any. */
  notFor?: Person[] | "anybody";
};

const address = { name: "Ada", street: "Kiln Lane 3", postcode: "10115", city: "Berlin", country: "Germany" };
const mug = { sku: "TAL-MOS", quantity: "2" };
const fromElsewhere = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };

test("every action there is works for whom it is there, and for nobody else and from nowhere else", async ({
  server,
}) => {
  test.setTimeout(240_000);
  const password = `pw-${randomUUID()}`;
  const { url, rows, drop } = await createDatabase(password);
  try {
    const { origin } = await server({ env: { DATABASE_URL: url } });
    const email = { ada: "ada@example.com", sam: "sam@example.com", nico: "nico@example.com" };
    const untried = new Set(Object.keys(actions));
    const post = async (at: string, form: string, fields: Record<string, string> = {}, token?: string) => {
      const answer = await postForm(at, { form, fields, token, origin });
      return { answer, token: handedToken(answer) ?? token ?? "" };
    };
    const logIn = async (who: "ada" | "sam" | "nico") =>
      (await post("/login", "password", { email: email[who], password })).token;
    const one = async (text: string, values: unknown[] = []) =>
      (await rows.query<{ one: string }>(text, values)).rows[0]?.one ?? "";
    const idOf = (who: "ada" | "sam" | "nico") => one(`SELECT id AS one FROM "User" WHERE email = $1`, [email[who]]);
    const sessionOf = (token: string) => one(`SELECT id AS one FROM "Session" WHERE "tokenHash" = $1`, [hashOf(token)]);
    const addressOf = async () => one(`SELECT id AS one FROM "Address" WHERE "userId" = $1`, [await idOf("ada")]);

    const over = await logIn("ada");
    await post("/session", actions["session endSession"] ?? "", {}, over);
    // Its owner is told once that it is over, which is written down.
    await request("/cart", { token: over, origin });
    const keys: Record<Person, string> = {
      ada: await logIn("ada"),
      sam: await logIn("sam"),
      nico: (await post("/register", "password", { name: "Nico", email: email.nico, password })).token,
      guest: (await post("/products/tall-mug", "sku", mug)).token,
    };
    await post("/products/tall-mug", "sku", mug, keys.nico);
    const opensNothing = {
      "no cookie": undefined,
      "nobody's token": randomBytes(32).toString("base64url"),
      "an ended session's": over,
    };

    /** That somebody tried, and how often, is written down. */
    const sumUp = () => sumTables(rows, ["SessionEvent", "Throttle"]);
    /** Nothing is on its way any more, its owner's token has arrived, and nobody is due to be noted as seen. */
    const settle = async (owner: Person) => {
      await request("/cart", { token: keys[owner], origin });
      const unsent = `SELECT FROM "Mail" WHERE "sentAt" IS NULL`;
      await expect.poll(async () => (await rows.query(unsent)).rowCount).toBe(0);
      await rows.query(`UPDATE "Session" SET "lastSeenAt" = now() + interval '10 min' WHERE "endedAt" IS NULL`);
      return sumUp();
    };

    const tryDoor = async ({ action, at, fields, owner, notFor = [] }: Door) => {
      const form = actions[action] ?? "no such action";
      const sent = { form, fields, seenBy: keys[owner], origin };
      const before = await settle(owner);
      const refused = await postForm(at, { ...sent, token: keys[owner], headers: fromElsewhere });
      expect(refused.status, `${action} from another site`).toBe(403);
      expect(await sumUp(), `${action} from another site`).toEqual(before);
      if (notFor !== "anybody") {
        const others = Object.fromEntries(notFor.map((person) => [`${person}'s token`, keys[person]]));
        for (const [whose, token] of Object.entries({ ...opensNothing, ...others })) {
          const answer = await postForm(at, { ...sent, token });
          const where = `${action} with ${whose}`;
          expect(answer.status, where).toBeLessThan(500);
          expect(handedToken(answer), where).toBeUndefined();
          expect(await sumUp(), where).toEqual(before);
        }
      }
      const { answer, token } = await post(at, form, fields, keys[owner]);
      await expect.poll(sumUp, { message: `${action} as ${owner}` }).not.toEqual(before);
      keys[owner] = token;
      untried.delete(action);
      return answer;
    };

    // What anybody may do.
    const newcomer = { name: "Nora", email: "nora@example.com", password };
    await tryDoor({
      action: "register register",
      at: "/register",
      fields: newcomer,
      owner: "guest",
      notFor: "anybody",
    });
    keys.guest = (await post("/products/tall-mug", "sku", mug)).token;
    const entry = { email: email.ada, password };
    await tryDoor({ action: "login logIn", at: "/login", fields: entry, owner: "guest", notFor: "anybody" });
    keys.guest = (await post("/products/tall-mug", "sku", mug)).token;
    const forgot = { email: email.nico };
    await tryDoor({
      action: "forgot-password forgotPassword",
      at: "/forgot-password",
      fields: forgot,
      owner: "guest",
      notFor: "anybody",
    });

    // The cart, and the way to an order.
    await tryDoor({ action: "cart addToCart", at: "/products/tall-mug", fields: mug, owner: "ada", notFor: "anybody" });
    await tryDoor({
      action: "cart changeQuantity",
      at: "/cart",
      fields: { quantity: "5" },
      owner: "ada",
      notFor: ["nico", "guest"],
    });
    await rows.query(`UPDATE "Variant" SET "priceCents" = "priceCents" + 100 WHERE sku = $1`, [mug.sku]);
    await tryDoor({ action: "cart acceptChanges", at: "/cart", owner: "ada", notFor: ["nico", "guest"] });
    const removed = await tryDoor({ action: "cart removeLine", at: "/cart", owner: "ada", notFor: ["nico", "guest"] });
    await tryDoor({ action: "cart putBack", at: removed.headers.get("location") ?? "", owner: "ada" });
    await tryDoor({ action: "account/addresses saveAddress", at: "/account/addresses", fields: address, owner: "ada" });
    const change = `/account/addresses?change=${await addressOf()}`;
    const moved = { ...address, city: "Potsdam", id: await addressOf() };
    await tryDoor({
      action: "account/addresses saveAddress",
      at: change,
      fields: moved,
      owner: "ada",
      notFor: ["nico"],
    });
    const toAda = { address: await addressOf() };
    await tryDoor({
      action: "checkout fillInAddress",
      at: "/checkout",
      fields: toAda,
      owner: "ada",
      notFor: ["nico", "guest"],
    });
    await tryDoor({
      action: "account/addresses deleteAddress",
      at: "/account/addresses",
      owner: "ada",
      notFor: ["nico"],
    });
    const challenged = orderFields(email.ada, cards.challenge);
    await tryDoor({ action: "checkout placeOrder", at: "/checkout", fields: challenged, owner: "ada" });
    const code = { code: await one(`SELECT code AS one FROM "Payment" WHERE code IS NOT NULL LIMIT 1`) };
    await tryDoor({
      action: "checkout confirmPayment",
      at: "/checkout/challenge",
      fields: code,
      owner: "ada",
      notFor: ["nico", "guest"],
    });

    // The session itself, and what opens an order to it.
    const buyer = uniqueEmail();
    const placed = await postOrder((await post("/products/tall-mug", "sku", mug)).token, { origin, email: buyer });
    const [number = ""] = placed.headers.get("location")?.match(/CJ-[^?]+/) ?? [];
    const fromMail = linkIn(await mailTo(buyer, `Your order ${number}`));
    keys.guest = (await post("/products/tall-mug", "sku", mug)).token;
    await tryDoor({ action: "orders/[number] openOrder", at: fromMail, owner: "guest", notFor: "anybody" });
    await tryDoor({ action: "session replaceKey", at: "/session", owner: "guest" });
    await tryDoor({ action: "session letTimePass", at: "/session", fields: { time: "30 minutes" }, owner: "guest" });
    await tryDoor({ action: "session endSession", at: "/session", owner: "guest" });

    // The account.
    const proof = { password };
    const longAgo = `UPDATE "Session" SET "authenticatedAt" = now() - interval '11 min' WHERE "tokenHash" = $1`;
    await rows.query(longAgo, [hashOf(keys.ada)]);
    await tryDoor({ action: "confirm confirm", at: "/confirm", fields: proof, owner: "ada" });
    const details = { name: "Ada L.", email: email.ada };
    await tryDoor({ action: "account/security changeDetails", at: "/account/security", fields: details, owner: "ada" });
    const passwords = { current: password, password: `new-${password}` };
    await tryDoor({
      action: "account/security changePassword",
      at: "/account/security",
      fields: passwords,
      owner: "ada",
    });
    const again = () => post("/login", "password", { email: email.ada, password: passwords.password });
    for (const action of ["endSession", "endOtherSessions", "endAllSessions"]) {
      const session = await sessionOf((await again()).token);
      const door = { action: `account/sessions ${action}`, at: "/account/sessions", fields: { session } };
      await tryDoor({ ...door, owner: "ada", notFor: action === "endSession" ? ["nico", "guest"] : [] });
    }
    keys.ada = (await again()).token;

    // The links that stand in mails.
    await rows.query(`UPDATE "User" SET "emailVerifiedAt" = NULL WHERE email = $1`, [email.ada]);
    await tryDoor({ action: "verify-email mailVerifyLink", at: "/verify-email", owner: "ada" });
    const links = await addLinks(rows, email.ada);
    const verify = `/verify-email/${links.VERIFY_EMAIL}`;
    await tryDoor({ action: "verify-email confirmEmail", at: verify, owner: "ada", notFor: ["nico", "guest"] });
    const enter = `/login/link/${links.LOG_IN}`;
    await tryDoor({ action: "login/link/[token] logInByLink", at: enter, owner: "guest", notFor: "anybody" });
    await rows.query(`UPDATE "MailToken" SET email = 'ada-before@example.com' WHERE purpose = 'RESTORE_EMAIL'`);
    const restore = `/restore-email/${links.RESTORE_EMAIL}`;
    await tryDoor({ action: "restore-email/[token] restoreEmail", at: restore, owner: "guest", notFor: "anybody" });
    const { RESET_PASSWORD } = await addLinks(rows, email.nico);
    const reset = `/reset-password/${RESET_PASSWORD}`;
    await tryDoor({
      action: "reset-password/[token] setNewPassword",
      at: reset,
      fields: proof,
      owner: "guest",
      notFor: "anybody",
    });

    // What staff may do, and no customer.
    keys.nico = await logIn("nico");
    const customers: Person[] = ["nico", "guest"];
    const nico = `/admin/sessions/${await idOf("nico")}`;
    const forStaff: Omit<Door, "owner">[] = [
      { action: "admin/mails sendAgain", at: `/admin/mails?order=${number}` },
      { action: "admin/shelf changeGlaze", at: "/admin/shelf?q=tall", fields: { price: "31.50", stock: "12" } },
      { action: "admin/sessions endCustomersSession", at: nico },
      { action: "admin/sessions endCustomersSessions", at: nico },
      { action: "admin/sessions disableAccount", at: nico },
      { action: "admin/sessions enableAccount", at: nico },
      { action: "admin/sessions endEveryone", at: "/admin/sessions/everyone", fields: { sure: "on" } },
    ];
    for (const door of forStaff) {
      await tryDoor({ ...door, owner: "sam", notFor: customers });
      keys.nico = await logIn("nico");
    }

    // The end of an account.
    const sure = { sure: "on" };
    await tryDoor({ action: "account/security deleteAccount", at: "/account/security", fields: sure, owner: "nico" });

    expect([...untried]).toEqual([]);
  } finally {
    await drop();
  }
});
