import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { normaliseEmail } from "@/lib/input/email-address";
import { type Account, createAccount, deleteAccount } from "./support/account";
import { findViolations } from "./support/axe";
import { hashOf, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { mailTo } from "./support/mails";
import { postForm, request } from "./support/plain-form";
import { startMailServer } from "./support/smtp";

const subject = "Choose a new password";

test.describe("Mail", () => {
  test("goes through a real SMTP server, as text and as HTML in the shop's look", async ({ server, account }) => {
    await sql(`UPDATE "User" SET name = $2, "emailVerifiedAt" = now() WHERE id = $1`, [
      account.id,
      "Robin <b>Test</b>",
    ]);
    const smtp = await startMailServer();
    const { origin } = await server({ env: { SMTP_URL: smtp.url, MAIL_FROM: "The Cookie Jar <shop@shop.example>" } });
    await postForm("/forgot-password", { form: "email", fields: { email: account.email }, origin });
    await expect.poll(() => smtp.mailsTo(account.email).length).toBe(1);
    const [mail] = smtp.mailsTo(account.email);
    await smtp.stop();
    expect(mail).toMatchObject({ subject, from: { text: '"The Cookie Jar" <shop@shop.example>' } });
    expect(mail?.to).toMatchObject({ text: account.email });
    expect(mail?.text).toContain("Hello Robin <b>Test</b>,");
    expect(mail?.text).toMatch(new RegExp(`${origin}/reset-password/[0-9a-f]{64}\\n`));
    expect(mail?.html).toContain("Hello Robin &lt;b&gt;Test&lt;/b&gt;,");
    expect(mail?.html).toContain("background:#a2472a");
    expect(mail?.attachments).toEqual([]);
  });

  test("goes to one mailbox in any script, however its address is typed", async ({ server, account }) => {
    const smtp = await startMailServer();
    const { origin } = await server({ env: { SMTP_URL: smtp.url } });
    for (const [local, domain, ascii] of [
      ["o'hara&co", "Пример.рф", "xn--e1afmkfd.xn--p1ai"],
      ["робин", "пример.рф", "xn--e1afmkfd.xn--p1ai"],
    ] as const) {
      const kept = `${local}.${account.id}@${ascii}`;
      await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [account.id, kept]);
      const email = ` ${local.toUpperCase()}.${account.id}@${domain}\u200b`;
      await postForm("/forgot-password", { form: "email", fields: { email }, origin });
      await expect.poll(() => smtp.recipients.length).toBe(1);
      const [recipient = ""] = smtp.recipients.splice(0);
      expect(normaliseEmail(recipient)).toBe(kept);
    }
    await smtp.stop();
  });

  test("that cannot be sent breaks nothing, and can be asked for again", async ({ server, device }) => {
    const { origin } = await server({ env: { SMTP_URL: "smtp://127.0.0.1:9" } });
    const shopper = await device({ baseURL: origin });
    await shopper.open("/forgot-password");
    await shopper.page.getByLabel("Email").fill(shopper.account.email);
    await shopper.page.getByRole("button", { name: "Email me a link" }).click();
    await expect(shopper.page.getByRole("status")).toContainText("If none comes, look among the spam or ask again");
    await shopper.logIn();
    await shopper.open("/verify-email");
    await shopper.page.getByRole("button", { name: "Email me a link" }).click();
    await expect(shopper.page.getByRole("alert").first()).toContainText("could not be sent just now. Please ask again");
  });

  test("to a server that never says a word is given up before people give up", async ({ server, device }) => {
    const smtp = await startMailServer({ speaks: new Promise(() => {}) });
    const { origin } = await server({ env: { SMTP_URL: smtp.url } });
    const shopper = await device({ baseURL: origin });
    await shopper.logIn();
    await shopper.open("/verify-email");
    await shopper.page.getByRole("button", { name: "Email me a link" }).click();
    const told = shopper.page.getByRole("alert").first();
    await expect(told).toContainText("could not be sent just now. Please ask again", { timeout: 20_000 });
    expect(smtp.mails).toEqual([]);
    await smtp.stop();
  });
});

test.describe("The demo's mailbox", () => {
  test("shows mails and leads on by their links", async ({ shopper }) => {
    await shopper.open("/forgot-password");
    await shopper.page.getByLabel("Email").fill(shopper.account.email);
    await shopper.page.getByRole("button", { name: "Email me a link" }).click();
    const { id } = await mailTo(shopper.account.email, subject);
    await shopper.open("/mailbox");
    const mail = shopper.page.getByRole("listitem").filter({ hasText: shopper.account.email });
    await mail.getByRole("link", { name: subject }).click();
    await expect(shopper.page.getByRole("heading", { name: subject })).toBeVisible();
    expect((await stat(`${process.env.MAIL_FOLDER ?? ".data/mail"}/${id}.json`)).mode & 0o077).toBe(0);
    await shopper.page.getByRole("link", { name: /\/reset-password\// }).click();
    await expect(shopper.page.getByLabel("New password")).toBeVisible();
  });

  test("does not exist on a real shop, nor do mails outside of it", async ({ server, account }) => {
    await postForm("/forgot-password", { form: "email", fields: { email: account.email } });
    const { id } = await mailTo(account.email, subject);
    const { origin } = await server({ env: { DEMO: "0" } });
    for (const path of ["/mailbox", `/mailbox/${id}`]) expect((await request(path, { origin })).status).toBe(404);
    for (const path of ["/mailbox/..%2Fsecrets", "/mailbox/20261123170238000-000000000000"])
      expect((await request(path)).status).toBe(404);
  });

  for (const width of [375, 1440]) {
    test(`is accessible at ${width} px`, async ({ device }) => {
      const shopper = await device({ viewport: { width, height: 800 } });
      await postForm("/forgot-password", { form: "email", fields: { email: shopper.account.email } });
      const { id } = await mailTo(shopper.account.email, subject);
      for (const path of ["/mailbox", `/mailbox/${id}`]) {
        await shopper.open(path);
        await expect(shopper.page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await findViolations(shopper.page)).toEqual([]);
        expect(await shopper.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
});

test("known, unknown, closed and passwordless addresses cost one argon2 verification each (ASVS 6.3.8)", async ({
  account,
}) => {
  const [closed, passwordless] = [await createAccount(), await createAccount()];
  await sql(`UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [closed.id]);
  await sql(`UPDATE "User" SET "passwordHash" = NULL WHERE id = $1`, [passwordless.id]);
  const tries = [
    { email: account.email, password: account.password },
    { email: account.email, password: "wrong password" },
    { email: `nobody-${account.email}`, password: account.password },
    { email: closed.email, password: closed.password },
    { email: passwordless.email, password: passwordless.password },
  ];
  // One that is not in the prepared spelling may fit an older hash as it stands, so it costs two, whosever it is.
  const decomposed = tries.map(({ email }) => ({ email, password: "cafe\u0301 for two" }));
  const counts = await countArgon2([...tries, ...decomposed]);
  for (const { email } of [closed, passwordless]) await deleteAccount(email);
  expect(counts.map(({ verified }) => verified)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
});

test("a link for a new password that does not work costs no argon2, and one that works costs one hash", async ({
  account,
}) => {
  const [works, used, old] = await Promise.all([
    addLink(account),
    addLink(account, { usedAt: "now()" }),
    addLink(account, { createdAt: "now() - interval '16 min'" }),
  ]);
  const links = ["f".repeat(64), "not a token", "", used, old, works];
  const counts = await countArgon2(links.map((link) => ({ link })));
  const [nothing, one] = [
    { verified: 0, hashed: 0 },
    { verified: 0, hashed: 1 },
  ];
  expect(counts).toEqual([nothing, nothing, nothing, nothing, nothing, one]);
});

/** A link for a new password, as it stands in a mail. */
async function addLink({ id, email }: Account, { usedAt = "NULL", createdAt = "now()" } = {}): Promise<string> {
  const token = randomBytes(32).toString("hex");
  await sql(
    `INSERT INTO "MailToken" (hash, purpose, "userId", email, "usedAt", "createdAt")
     VALUES ($1, 'RESET_PASSWORD', $2, $3, ${usedAt}, ${createdAt})`,
    [hashOf(token), id, email],
  );
  return token;
}

async function countArgon2(tries: object[]): Promise<{ verified: number; hashed: number }[]> {
  const args = ["--import", "tsx", "e2e/support/argon2-count.ts", JSON.stringify(tries)];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}
