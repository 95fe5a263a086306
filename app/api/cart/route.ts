import { answerJson } from "@/app/api/answer-privately";
import { addLine } from "@/app/cart/add-line";

const MAX_BODY = 10_000;

const statuses = { added: 200, invalid: 400, short: 409, ended: 401, again: 503, unavailable: 503 };

/** "Add to cart" of a page with a script. No Server Action can outlive the page that calls it; `keepalive` can. */
export async function POST(request: Request) {
  const body = await request.text();
  if (body.length > MAX_BODY) return new Response(null, { status: 413 });
  const answer = await addLine(new URLSearchParams(body));
  return answerJson(answer, statuses[answer.status]);
}
