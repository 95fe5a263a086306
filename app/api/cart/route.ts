import { addLine } from "@/app/cart/add-line";
import { answerJson, runHandler } from "@/lib/actions/run-handler";
import { readBody } from "@/lib/http/read-body";

const MAX_BODY = 10_000;

const statuses = { added: 200, invalid: 400, short: 409 };

/** "Add to cart" of a page with a script: `keepalive` outlives the page that sent it, which no Server Action can. */
export async function POST(request: Request) {
  return runHandler(async () => {
    const answer = await addLine(new URLSearchParams(await readBody(request, MAX_BODY)));
    return answerJson(answer, { status: statuses[answer.status] });
  });
}
