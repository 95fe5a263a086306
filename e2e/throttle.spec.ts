import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";
import { handedToken, otherOrigin, postForm, shopOrigin } from "./plain-form";
import { eventDetails } from "./throttle-rows";

test.describe("Guessing a password", () => {
  test("20 wrong ones on both servers together are told to wait, a browser of the owner's gets in (ASVS 6.3.1)", async ({
    shopper,
    account,
    device,
  }) => {
    await shopper.logIn();
    const answers = await guess(account.email, 20);
    expect(answers.filter((text) => text.includes("do not match"))).toHaveLength(10);
    expect(answers.filter((text) => /Too many tries\. Please wait 1\d minutes\./.test(text))).toHaveLength(10);
    expect(await eventDetails(account.id, "refused")).toContainEqual({ what: "log in", why: "too many tries" });

    // The right password in a browser nobody knows, from the same network: it waits like any other try.
    const stranger = await device();
    await stranger.open("/login");
    await stranger.fillLogIn();
    await stranger.page.getByRole("button", { name: "Log in" }).click();
    await expect(stranger.page.getByRole("alert").first()).toContainText("Too many tries. Please wait");
    await expect(stranger.page.getByLabel("Email")).toHaveValue(account.email);
    expect(await stranger.cookie()).toBeUndefined();

    // In a browser that has been logged in before, even after a timeout, the owner gets in.
    await shopper.age({ minutes: 31 });
    await shopper.open("/account");
    await shopper.logIn();
    expect((await shopper.row()).userId).toBe(account.id);
  });

  test("an unknown address is answered alike", async () => {
    const answers = await guess(`nobody-${randomUUID()}@example.com`, 12);
    expect(answers.filter((text) => text.includes("do not match"))).toHaveLength(10);
    expect(answers.filter((text) => text.includes("Too many tries"))).toHaveLength(2);
  });

  test("whoever gets in is forgiven what failed before", async ({ account }) => {
    for (let round = 0; round < 3; round++) {
      await guess(account.email, 6);
      const right = { email: account.email, password: account.password };
      expect(handedToken(await postForm("/login", { form: "password", fields: right }))).toBeDefined();
    }
  });
});

test("mails to one address are counted, known or not, whichever kind", async ({ account }) => {
  for (const email of [account.email, `nobody-${randomUUID()}@example.com`]) {
    const answers: string[] = [];
    for (let round = 0; round < 4; round++) {
      const forgot = await postForm("/forgot-password", { form: "email", fields: { email } });
      const link = await postForm("/login", {
        form: "password",
        fields: { email, intent: "link" },
        origin: otherOrigin,
      });
      answers.push(await forgot.text(), await link.text());
    }
    expect(answers.filter((text) => text.includes("a mail with a link is on its way"))).toHaveLength(6);
    expect(answers.filter((text) => text.includes("Too many tries. Please wait"))).toHaveLength(2);
  }
});

/** Wrong passwords, one after the other on alternating servers. */
async function guess(email: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let n = 0; n < times; n++) {
    const fields = { email, password: `wrong-${n}` };
    const origin = n % 2 ? otherOrigin : shopOrigin;
    answers.push(await (await postForm("/login", { form: "password", fields, origin })).text());
  }
  return answers;
}
