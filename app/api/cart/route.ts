import { answerJson, answerTooLong } from "@/app/api/answer-privately";
import { addLine } from "@/app/cart/add-line";
import { readBody } from "@/lib/http/read-body";

const MAX_BODY = 10_000;

const statuses = { added: 200, invalid: 400, short: 409, ended: 401, again: 503, unavailable: 503, wait: 429 };

/** "Add to cart" of a page with a script. No Server Action can outlive the page that calls it; `keepalive` can. */
export async function POST(request: Request) {
  const body = await readBody(request, MAX_BODY);
  if (body === null) return answerTooLong();
  const answer = await addLine(new URLSearchParams(body));
  return answerJson(answer, statuses[answer.status], answer.status === "wait" ? answer.seconds : undefined);
}
