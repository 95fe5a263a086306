import { answerPrivately, answerTooLong } from "@/app/api/answer-privately";
import { mergeTyped, readTyped } from "@/lib/checkout/form";
import { readBody } from "@/lib/http/read-body";
import { changeSessionDraft, replaceGuestToken } from "@/lib/session";

const MAX_BODY = 10_000;

/** Keeps what was typed at the checkout, a group at a time, as soon as it is typed. The first of a page brings its key. Knows no card fields. */
export async function POST(request: Request) {
  const body = await readBody(request, MAX_BODY);
  if (body === null) return answerTooLong();
  const sent = new URLSearchParams(body);
  return answerPrivately(async () => {
    if (sent.has("page")) await replaceGuestToken(sent.get("page"));
    return { isKept: await changeSessionDraft("checkout", (before) => mergeTyped(before, readTyped(sent))) };
  });
}
