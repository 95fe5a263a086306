import { expect, test } from "@playwright/test";
import { BodyTooLong, readBody } from "./read-body";

/** A body in pieces that nobody announced the length of; `asked` counts how many were taken. */
function inPieces(pieces: string[], headers: Record<string, string> = {}) {
  const taken = { count: 0 };
  const body = new ReadableStream({
    pull(controller) {
      const piece = pieces[taken.count++];
      if (piece === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(piece));
    },
  });
  const init = { method: "POST", body, headers, duplex: "half" };
  return { request: new Request("http://shop.invalid", init), taken };
}

test("a body as long as it may be is read whole, in letters of any width", async () => {
  expect(await readBody(inPieces(["ab", "ü", "€"]).request, 7)).toBe("abü€");
  expect(await readBody(new Request("http://shop.invalid", { method: "POST" }), 7)).toBe("");
});

test("one byte more is too long", async () => {
  await expect(readBody(inPieces(["ab", "ü", "€"]).request, 6)).rejects.toBeInstanceOf(BodyTooLong);
});

test("what is too long is read no further than that", async () => {
  const { request, taken } = inPieces(Array(1_000).fill("0123456789"));
  await expect(readBody(request, 100)).rejects.toBeInstanceOf(BodyTooLong);
  expect(taken.count).toBeLessThan(20);
});

test("what says itself that it is too long is not read at all", async () => {
  const { request, taken } = inPieces(Array(1_000).fill("0123456789"), { "content-length": "10000" });
  await expect(readBody(request, 100)).rejects.toBeInstanceOf(BodyTooLong);
  expect(taken.count).toBeLessThan(2);
});
