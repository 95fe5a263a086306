import { readFileSync } from "node:fs";
import type { Account } from "./support/account";
import { expect, test } from "./support/fixtures";
import { handedToken, peek, postForm, request, shopOrigin } from "./support/plain-form";
import { readServerLogs } from "./support/server-logs";

// Server Actions called by hand, each of the build: what no page of the shop sends is refused before any of them runs.

type Action = { exportedName: string; filename: string; workers: Record<string, unknown> };

const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
  node: Record<string, Action>;
};

/** A page from which an action can be called, with something in each place that differs. */
const pageOf = ({ workers }: Action) =>
  (Object.keys(workers)[0] ?? "")
    .replace(/^app|\/page$/g, "")
    .replace("[number]", "CJ-0000-0000")
    .replace(/\[\w+\]/g, "nothing") || "/";

const parts = (fields: Record<string, string | Blob>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
};

const list = (item: string, count: number) => `[${Array(count).fill(item).join()}]`;

/** Bodies that a script may send, by what is wrong with them. */
const calls: Record<string, () => FormData | string> = {
  "nothing at all": () => "",
  "no list": () => "{}",
  "text where a form belongs": () => '["text","text"]',
  "null where a form belongs": () => parts({ "0": "[null,null]" }),
  "too many": () => parts({ "0": '[1,2,3,4,5,6,7,"$K1"]' }),
  "a huge list": () => parts({ "0": list("0", 40_000) }),
  "deep lists": () => parts({ "0": `${"[".repeat(20_000)}${"]".repeat(20_000)}` }),
  "keys of a prototype": () => parts({ "0": '[{"__proto__":{"get":"x"},"constructor":{}},{"get":"$K1"}]' }),
  "references to nothing": () => parts({ "0": '["$@7","$Q8","$W9"]' }),
  "a list cut short": () => parts({ "0": '[{},"$K' }),
  "a file for a field": () => parts({ "0": '[{},"$K1"]', _1_email: new Blob(["x"]), _1_line: new Blob(["x"]) }),
};

/** Hidden fields that a form without a script may be made to send. */
const forms: Record<string, (id: string) => FormData> = {
  "an answer of before that is none": (id) => bound(id, "7"),
  "too many arguments": (id) => bound(id, "[1,2,3,4,5]"),
  "references to nothing": (id) => bound(id, '["$@7"]'),
  "no answer of before": (id) => parts({ $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}` }),
  "half a name": (id) => parts({ $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}` }),
  "a file for a field": (id) => parts({ [`$ACTION_ID_${id}`]: "", email: new Blob(["x"]) }),
};

const bound = (id: string, args: string) =>
  parts({ $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`, "$ACTION_1:1": args });

const origin = { origin: shopOrigin };

const logIn = async (account: Account) =>
  handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";

test("every action refuses what no page of the shop sends, without a word in the log", async ({ account }) => {
  test.slow();
  const token = await logIn(account);
  for (const [id, action] of Object.entries(node)) {
    const path = pageOf(action);
    for (const [what, make] of Object.entries(calls)) {
      const headers = { ...origin, "next-action": id };
      const answer = await request(path, { method: "POST", body: make(), token, headers });
      expect(answer.status, `${action.exportedName} called with ${what}`).toBe(400);
      expect(await answer.text()).toContain("not what the shop's own pages send");
    }
    for (const [what, make] of Object.entries(forms)) {
      const answer = await request(path, { method: "POST", body: make(id), token, headers: origin });
      expect(answer.status, `${action.exportedName} posted with ${what}`).toBe(400);
      expect(await answer.text()).toContain("That form arrived broken");
    }
  }
  expect(await peek(token), "nothing was done").toMatchObject({ status: "member" });
  expect(readServerLogs().join("\n")).not.toMatch(/TypeError|SyntaxError|Connection closed/);
});

const rubbish = {
  email: "\u0000",
  password: "[object Object]",
  line: "__proto__",
  quantity: "NaN",
  sku: "'; DROP",
  seen: "::::",
  session: "constructor",
  user: "-1",
  id: "{}",
  address: "[]",
  key: "null",
  token: "%",
  next: "javascript:alert(1)",
  time: "1e999",
  __proto__x: "x",
  toString: "x",
};

/** What a page would send for an action that takes so much, with these fields; by its script and without. */
function shape(id: string, fields: [string, string][]): { called: FormData; posted: FormData } {
  const [root, before] = id.startsWith("60") ? ['[{},"$K1"]', "[{}]"] : ['["$K1"]', "[]"];
  const isEmpty = id.startsWith("00");
  const called = parts({ "0": isEmpty ? "[]" : root });
  const posted = bound(id, before);
  for (const [name, value] of isEmpty ? [] : fields) {
    called.append(`_1_${name}`, value);
    posted.append(name, value);
  }
  return { called, posted };
}

test("a form of the right shape with rubbish in each field is no error of any action's", async ({ account }) => {
  test.slow();
  let token: string | undefined;
  for (const isMember of [false, true]) {
    for (const [id, action] of Object.entries(node)) {
      for (const fields of [Object.entries(rubbish), []]) {
        if (isMember && (await peek(token ?? "")).status !== "member") token = await logIn(account);
        const { called, posted } = shape(id, fields);
        const send = (body: FormData, headers: Record<string, string>) =>
          request(pageOf(action), { method: "POST", body, token, headers: { ...origin, ...headers } });
        for (const { status } of [await send(called, { "next-action": id }), await send(posted, {})]) {
          expect(status, `${action.exportedName} of ${action.filename}`).toBeLessThan(500);
          expect(status, `${action.exportedName} of ${action.filename}`).not.toBe(400);
        }
      }
    }
  }
});
