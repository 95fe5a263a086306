import { answerPrivately } from "@/app/api/answer-privately";
import { readTyped, withTyped } from "@/lib/checkout";
import { changeRemembered } from "@/lib/session";

const MAX_BODY = 10_000;

/** Keeps what was typed at the checkout, a group at a time, as soon as it is typed. Knows no card fields. */
export async function POST(request: Request) {
  const body = await request.text();
  if (body.length > MAX_BODY) return new Response(null, { status: 413 });
  const typed = readTyped(new URLSearchParams(body));
  return answerPrivately(async () => ({
    isKept: await changeRemembered("checkout", (before) => withTyped(before, typed)),
  }));
}
