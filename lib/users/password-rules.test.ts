import { expect, test } from "@playwright/test";
import { passwordLength } from "@/lib/input/password";
import { commonPasswords } from "./common-passwords";
import { findWeakness } from "./password-rules";

const email = "robin.potter@example.com";

test("the list holds at least a thousand, in lower case, each long enough to be asked about", () => {
  expect(commonPasswords.size).toBeGreaterThanOrEqual(1000);
  const odd = [...commonPasswords].filter((one) => one !== one.toLowerCase() || one.length < passwordLength.min);
  expect(odd).toEqual([]);
});

for (const password of ["password", "Password1", "QWERTYUIOP", "12345678", "iloveyou1"]) {
  test(`${password} is refused as common`, () => {
    expect(findWeakness(password, email)).toContain("tried first");
  });
}

for (const password of [email, "Robin.Potter", "robin.potter1!"]) {
  test(`${password} is refused as the address`, () => {
    expect(findWeakness(password, email)).toContain("your address");
  });
}

for (const password of ["The Cookie Jar", "cookiejar", "CookieJar123", "the-cookie-jar"]) {
  test(`${password} is refused as the shop's name`, () => {
    expect(findWeakness(password, email)).toContain("our name");
  });
}

for (const password of [
  "four words for pots",
  "robin.potter has a blue kettle",
  "12 cookies in jars",
  "кувшин из глины",
]) {
  test(`${password} is accepted`, () => {
    expect(findWeakness(password, email)).toBeNull();
  });
}
