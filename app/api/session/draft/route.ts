import { answerPrivately, answerTooLong } from "@/app/api/answer-privately";
import { readBody } from "@/lib/http/read-body";
import { restoreDraft, saveDraft } from "@/lib/session";
import { draftSchema } from "@/lib/session/encrypted/store";

/** What the longest form holds, several times over. A session keeps one draft. */
const MAX_BODY = 10_000;

/** Keeps what was typed on a page whose session is about to end, or has just ended by itself. */
export async function POST(request: Request) {
  const body = await readBody(request, MAX_BODY);
  if (body === null) return answerTooLong();
  const draft = draftSchema.safeParse(parse(body));
  if (!draft.success) return new Response(null, { status: 400 });
  return answerPrivately(async () => ({ isKept: await saveDraft(draft.data) }));
}

/** Hands out, once, what was typed on the page `?path=`. */
export async function DELETE(request: Request) {
  const path = new URL(request.url).searchParams.get("path") ?? "";
  return answerPrivately(async () => ({ fields: await restoreDraft(path) }));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
