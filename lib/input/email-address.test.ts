import { expect, test } from "@playwright/test";
import fc from "fast-check";
import addressparser from "nodemailer/lib/addressparser/index.js";
import { normaliseEmail, readEmail } from "./email-address";

const accepted: [typed: string, kept: string][] = [
  ["robin@example.com", "robin@example.com"],
  ["Robin.O'Hara+Jars@EXAMPLE.com", "robin.o'hara+jars@example.com"],
  ["a&b@example.com", "a&b@example.com"],
  ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
  ["robin@пример.рф", "robin@xn--e1afmkfd.xn--p1ai"],
  ["robin@ПРИМЕР.РФ", "robin@xn--e1afmkfd.xn--p1ai"],
  ["robin@xn--e1afmkfd.xn--p1ai", "robin@xn--e1afmkfd.xn--p1ai"],
  ["робин@пример.рф", "робин@xn--e1afmkfd.xn--p1ai"],
  ["robin@münchen.example", "robin@xn--mnchen-3ya.example"],
  ["robin@mu\u0308nchen.example", "robin@xn--mnchen-3ya.example"],
  ["robin@XN--MNCHEN-3YA.example", "robin@xn--mnchen-3ya.example"],
  ["robin@faß.example", "robin@xn--fa-hia.example"],
  ["jose\u0301@example.com", "josé@example.com"],
  ["ｒｏｂｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ", "robin@example.com"],
  ["robin@例え。テスト", "robin@xn--r8jz45g.xn--zckzah"],
  ["\ufeff\u00a0 robin@example.com\u200b\t\n", "robin@example.com"],
  ["\u202arobin\u200b@exam\u00adple.com\u202c", "robin@example.com"],
  ["robin@نامه\u200cای.example", "robin@xn--mgba3gch31f060k.example"],
  [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
];

test("what mail allows is an address, under one spelling per mailbox", () => {
  for (const [typed, kept] of accepted) {
    expect(readEmail(typed), typed).toBe(kept);
    expect(readEmail(kept), `${typed} again`).toBe(kept);
  }
});

test("the mailer writes to exactly the address that is kept", () => {
  for (const [, kept] of accepted) expect(addressparser(kept), kept).toEqual([{ name: "", address: kept }]);
});

test("what is no address is refused", () => {
  const none = [
    "",
    " ",
    "\u200b",
    "robin",
    "@example.com",
    "robin@",
    "robin@localhost",
    "a@b@example.com",
    "robin@ex ample.com",
  ];
  const odd = [
    ...[
      "ro bin@example.com",
      "a@shop.example,b@example.com",
      "a@example.com;b",
      "robin@example.com,",
      "<robin@example.com>",
    ],
    ...["Robin <robin@example.com>", '"a b"@example.com', "a(b)@example.com", ".a@example.com", "a..b@example.com"],
    ...["a.@example.com", "robin@example..com", "robin@.example.com", "robin@example.com.", "robin@-example.com"],
    ...[
      "robin@exa_mple.com",
      "robin@[127.0.0.1]",
      "robin@127.0.0.1",
      "robin@example.c\u0000om",
      "ro\u0000bin@example.com",
    ],
    ...["ro\nbin@example.com", "robin@xn--zzzzzzzz9.com", "a，b@example.com", "a＠b@example.com", "℀@example。com,x"],
    ...[`${"a".repeat(65)}@example.com`, `a@${"b".repeat(64)}.com`, `a@${"b.".repeat(130)}com`, "a".repeat(1_000_000)],
  ];
  for (const text of [...none, ...odd]) expect(readEmail(text), text.slice(0, 40)).toBeNull();
});

test("whatever is typed, its spelling is the same when it is read again, and one address to the mailer", () => {
  const typed = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.emailAddress());
  fc.assert(
    fc.property(typed, typed, (local, domain) => {
      for (const text of [`${local}@${domain}.example`, `${local}@example.com`, `robin@${domain}.example`, local]) {
        const kept = readEmail(text);
        expect(normaliseEmail(normaliseEmail(text))).toBe(normaliseEmail(text));
        if (kept) expect(addressparser(kept)).toEqual([{ name: "", address: kept }]);
      }
    }),
    { numRuns: 300 },
  );
});
