import { answerPrivately, answerTooLong } from "@/app/api/answer-privately";
import { readTyped, withTyped } from "@/lib/checkout";
import { readBody } from "@/lib/read-body";
import { changeRemembered, renewGuest } from "@/lib/session";

const MAX_BODY = 10_000;

/** Keeps what was typed at the checkout, a group at a time, as soon as it is typed. The first of a page brings its key. Knows no card fields. */
export async function POST(request: Request) {
  const body = await readBody(request, MAX_BODY);
  if (body === null) return answerTooLong();
  const sent = new URLSearchParams(body);
  return answerPrivately(async () => {
    if (sent.has("page")) await renewGuest(sent.get("page"));
    return { isKept: await changeRemembered("checkout", (before) => withTyped(before, readTyped(sent))) };
  });
}
