import { answerPrivately } from "@/app/api/answer-privately";
import { restoreDraft, saveDraft } from "@/lib/session";
import { draftSchema } from "@/lib/session/drafts";

const MAX_BODY = 50_000;

/** Keeps what was typed on a page whose session is about to end, or has just ended by itself. */
export async function POST(request: Request) {
  const body = await request.text();
  const draft = draftSchema.safeParse(body.length <= MAX_BODY ? parse(body) : null);
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
