import { randomBytes } from "node:crypto";
import { access, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { KeptMail } from "@/lib/mail/send";
import { limits } from "@/lib/rate-limit/limiter";
import { deleteAccount } from "./support/account";
import { addPiece, expect, postOrder, test, uniqueEmail } from "./support/buying";
import { sql } from "./support/database";
import { mailsTo, mailTo } from "./support/mails";
import { handedToken, postForm, request } from "./support/plain-form";
import { startMailServer } from "./support/smtp";
import { setCounter } from "./support/throttle-rows";

const lure = "Claim your prize at https://evil.example";

/** Nothing of it stands anywhere in a mail. */
function expectNoLure({ subject, text, html }: Pick<KeptMail, "subject" | "text" | "html">) {
  for (const part of [subject, text, html]) expect(part).not.toMatch(/claim|prize|evil/i);
}

test.describe("To an address that nobody has proven", () => {
  test("no letter carries a word that somebody typed", async ({ account }) => {
    await sql(`UPDATE "User" SET name = $2 WHERE id = $1`, [account.id, lure]);
    const { email, password } = account;
    const newEmail = uniqueEmail();
    const token = handedToken(await postForm("/login", { form: "password", fields: { email, password } }));
    await postForm("/forgot-password", { form: "email", fields: { email } });
    await postForm("/login", {
      form: "password",
      fields: { email, intent: "link", next: `/search?q=${encodeURIComponent(lure)}` },
    });
    await postForm("/verify-email", { form: "Email me a link", token });
    await postForm("/account/security", { form: "Save", fields: { name: lure, email: newEmail }, token });
    expectNoLure(await mailTo(newEmail, "Confirm your new address"));
    for (const subject of ["Choose a new password", "Your link to log in", "Confirm your address"]) {
      const mail = await mailTo(email, subject);
      expectNoLure(mail);
      expect(mail.text).toContain("Hello,");
    }
  });

  test("a new account's letter does not greet by the name that was typed", async () => {
    const email = uniqueEmail();
    const fields = { name: lure, email, password: `pw-${randomBytes(8).toString("hex")}` };
    expect(handedToken(await postForm("/register", { form: "password", fields }))).toBeDefined();
    expectNoLure(await mailTo(email, "Confirm your address"));
    await deleteAccount(email);
  });

  test("an order's mail has no address in it; a member who has proven theirs finds it", async ({ account, piece }) => {
    const jar = await piece();
    const order = async (token: string, email: string) => {
      const answer = await postOrder(token, { email });
      const [, number] = answer.headers.get("location")?.match(/\/orders\/([^?]+)/) ?? [];
      return mailTo(email, `Your order ${number}`);
    };
    const guest = uniqueEmail();
    const typed = /Robin|Ørsted|Töpfergasse|10115/;
    const mail = await order(await addPiece(jar), guest);
    expect(mail.text).toContain("Delivery to the address you gave, in 3 to 5 working days.");
    for (const part of [mail.text, mail.html]) expect(part).not.toMatch(typed);

    const { email, password } = account;
    const logIn = () => postForm("/login", { form: "password", fields: { email, password } });
    const token = handedToken(await logIn()) ?? "";
    const before = await order(await addPiece(jar, { token }), email);
    for (const part of [before.text, before.html]) expect(part).not.toMatch(typed);
    await sql(`UPDATE "User" SET "emailVerifiedAt" = now() WHERE id = $1`, [account.id]);
    const after = await order(await addPiece(jar, { token }), email);
    expect(after.text.replace(/[\u2066-\u2069]/g, "")).toContain(
      "Delivery to Robin Ørsted, Töpfergasse 7, 10115 Berlin, Germany, in 3 to 5 working days.",
    );
  });
});

test("a link to log in leads to the page it was asked on, without what a stranger could write there", async ({
  account,
}) => {
  const ask = (next: string) =>
    postForm("/login", { form: "password", fields: { email: account.email, intent: "link", next } });
  const asked: [string, string | null][] = [
    ["/checkout", "/checkout"],
    ["/account/security?claim=your-prize#evil", "/account/security"],
    ["/visit-evil.example", null],
    [`/${"evil-".repeat(30)}`, null],
  ];
  for (const [turn, [next, page]] of asked.entries()) {
    await ask(next);
    const { text } = await mailTo(account.email, "Your link to log in", turn + 1);
    const [link = ""] = text.match(/https?:\/\/\S+/) ?? [];
    expect(new URL(link).searchParams.get("next")).toBe(page);
  }
});

test.describe("A mailbox that was sent a day's mails", () => {
  const askForReset = async (email: string, token?: string) =>
    (await postForm("/forgot-password", { form: "email", fields: { email }, token })).text();
  const day = limits.mailboxDay.points;

  test("gets no more by strangers, and still one by a browser that the account knows", async ({ account, shopper }) => {
    await shopper.logIn();
    await setCounter("mailboxDay", [account.email, "lets in", "strangers"], day - 1);
    expect(await askForReset(account.email)).toContain("a mail with a link is on its way");
    expect(await askForReset(account.email)).toContain("Too many tries. Please wait");
    expect(await askForReset(account.email, await shopper.token())).toContain("a mail with a link is on its way");
    await mailTo(account.email, "Choose a new password", 2);
    await setCounter("mailboxDay", [account.email, "lets in", "known"], day);
    expect(await askForReset(account.email, await shopper.token())).toContain("Too many tries. Please wait");
  });

  test("is not filled by registering either, and the account is open all the same", async () => {
    const email = uniqueEmail();
    await setCounter("mailboxDay", [email, "proves", "strangers"], day);
    const fields = { name: "Nico", email, password: `pw-${randomBytes(8).toString("hex")}` };
    expect(handedToken(await postForm("/register", { form: "password", fields }))).toBeDefined();
    // Had the first been sent, it would be here before this later one.
    expect(await askForReset(email)).toContain("a mail with a link is on its way");
    await mailTo(email, "Choose a new password");
    expect(await mailsTo(email)).toHaveLength(1);
    await deleteAccount(email);
  });
});

test.describe("Kept mails", () => {
  const folder = process.env.MAIL_FOLDER ?? "";
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString().replace(/\D/g, "");

  test("go after a day, since their links are keys", async ({ account }) => {
    const name = (hours: number) => `${hoursAgo(hours)}-${randomBytes(6).toString("hex")}.json`;
    const [old, half, fresh, other] = [name(25), `${name(26)}.new`, name(23), "notes.json"];
    const mail = { to: "nobody@example.com", from: "shop", subject: "Old", text: "", html: "", at: new Date() };
    for (const file of [old, half, fresh, other]) {
      await writeFile(join(folder, file), JSON.stringify({ ...mail, id: file.slice(0, 30) }));
    }
    await postForm("/forgot-password", { form: "email", fields: { email: account.email } });
    await mailTo(account.email, "Choose a new password");
    const isThere = (file: string) =>
      access(join(folder, file)).then(
        () => true,
        () => false,
      );
    await expect.poll(async () => (await isThere(old)) || (await isThere(half))).toBe(false);
    expect([await isThere(fresh), await isThere(other)]).toEqual([true, true]);
    for (const file of [fresh, other]) await rm(join(folder, file));
  });

  test("are on show nowhere once a mail server delivers", async ({ server, account }) => {
    await postForm("/forgot-password", { form: "email", fields: { email: account.email } });
    const { id } = await mailTo(account.email, "Choose a new password");
    const smtp = await startMailServer();
    const { origin } = await server({ env: { SMTP_URL: smtp.url } });
    for (const path of ["/mailbox", `/mailbox/${id}`]) expect((await request(path, { origin })).status).toBe(404);
    await smtp.stop();
  });
});

test("a mail that must be sealed is not sent in the open", async ({ server, device }) => {
  const smtp = await startMailServer();
  const { origin } = await server({ env: { SMTP_URL: `${smtp.url}?requireTLS=true` } });
  const shopper = await device({ baseURL: origin });
  await shopper.logIn();
  await shopper.open("/verify-email");
  await shopper.page.getByRole("button", { name: "Email me a link" }).click();
  await expect(shopper.page.getByRole("alert").first()).toContainText("could not be sent just now");
  expect(smtp.mails).toEqual([]);
  await smtp.stop();
});
