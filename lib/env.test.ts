import { expect, test } from "@playwright/test";
import { readEnv } from "./env";

const least = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://localhost/shop",
  AUTH_SECRET: "a".repeat(32),
  SESSION_KEYS: `k:${"a".repeat(43)}`,
};
const real = { ...least, SHOP_URL: "https://shop.example" };

test("a real shop does not start without its address", () => {
  expect(() => readEnv(least)).toThrow(/must be set on a real shop.*\n.*SHOP_URL/);
  expect(() => readEnv({ ...least, SHOP_URL: "" })).toThrow("SHOP_URL");
  expect(readEnv(real).SHOP_URL).toBe("https://shop.example");
});

test("nor with a mail server and nobody whom its mails are from", () => {
  const mailing = { ...real, SMTP_URL: "smtps://mail.example" };
  expect(() => readEnv(mailing)).toThrow(/must be set on a real shop.*\n.*MAIL_FROM/);
  expect(readEnv({ ...mailing, MAIL_FROM: "shop@shop.example" }).MAIL_FROM).toBe("shop@shop.example");
});

test("a demo, and a shop in development, is on this machine unless told otherwise", () => {
  for (const local of [
    { ...least, DEMO: "1" },
    { ...least, NODE_ENV: "development" },
  ]) {
    expect(readEnv(local)).toMatchObject({ SHOP_URL: "http://localhost:3000", MAIL_FROM: expect.any(String) });
  }
});

for (const wrong of [
  { SHOP_URL: "ftp://shop.example" },
  { SHOP_URL: "javascript:alert(1)" },
  { SMTP_URL: "http://mail.example" },
  { DEMO: "yes" },
  { AUTH_SECRET: "short" },
  { TRUSTED_PROXIES: "many" },
  { GUESTS_PER_NETWORK: "0" },
  { LOGINS_PER_NETWORK: "no limit" },
]) {
  test(`${JSON.stringify(wrong)} is refused by its name`, () => {
    const [name = ""] = Object.keys(wrong);
    expect(() => readEnv({ ...real, ...wrong })).toThrow(name);
  });
}
