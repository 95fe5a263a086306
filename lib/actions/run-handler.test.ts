import { expect, test } from "@playwright/test";
import { Busy, Unavailable } from "@/lib/db";
import { readBody } from "@/lib/http/read-body";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { SessionEnded, TryAgain } from "@/lib/session/errors";
import { answerJson, runHandler } from "./run-handler";

const refused = [
  { error: new SessionEnded("You logged out."), status: 401, says: "ended", retryAfter: null },
  { error: new TryAgain("replaced"), status: 503, says: "again", retryAfter: "1" },
  { error: new Busy("full"), status: 503, says: "unavailable", retryAfter: "5" },
  { error: new Unavailable("down"), status: 503, says: "unavailable", retryAfter: "5" },
  { error: new TooManyTries(61_000, true), status: 429, says: "wait", retryAfter: "61" },
];

for (const { error, status, says, retryAfter } of refused) {
  test(`a handler that meets ${error.name} answers ${status} in words, and nobody keeps it`, async () => {
    const answer = await runHandler(() => Promise.reject(error));
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(retryAfter);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.json()).toMatchObject({ status: says, message: expect.stringMatching(/\w/) });
  });
}

test("a person without a script reads a sentence instead", async () => {
  const answer = await runHandler(() => Promise.reject(new Unavailable("down")), { text: "Please try again." });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(await answer.text()).toBe("Please try again.");
});

test("a body that is too long is refused with 413", async () => {
  const request = new Request("http://shop.invalid", { method: "POST", body: "0123456789" });
  const answer = await runHandler(async () => answerJson(await readBody(request, 9)));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ status: "invalid", message: expect.stringMatching(/\w/) });
});

test("an error that is a defect passes, so that it is logged and answered 500", async () => {
  const defect = new Error("a defect");
  await expect(runHandler(() => Promise.reject(defect))).rejects.toBe(defect);
});
