import { z } from "zod";
import { answerPrivately, answerTooLong } from "@/app/api/answer-privately";
import { checkoutPlace } from "@/lib/checkout/draft";
import { readBody } from "@/lib/http/read-body";
import { saveDraft, takeDrafts } from "@/lib/session";
import { type DraftPlace, fieldsSchema } from "@/lib/session/encrypted/draft-place";

/** What the longest form holds, several times over. */
const MAX_BODY = 10_000;

const sentSchema = z.object({
  path: z.string().startsWith("/").max(300),
  fields: fieldsSchema,
  page: z.string().max(100).optional(),
});

/** Keeps what was typed on a page: while it is typed, or since its session is about to end or has just ended by itself. */
export async function POST(request: Request) {
  const body = await readBody(request, MAX_BODY);
  if (body === null) return answerTooLong();
  const sent = sentSchema.safeParse(parse(body)).data;
  if (!sent) return new Response(null, { status: 400 });
  return answerPrivately(async () => ({ isKept: await saveDraft(findPlace(sent.path), sent.fields, sent.page) }));
}

/** Hands out, once, what was typed on the page `?path=` before a timeout. */
export async function DELETE(request: Request) {
  const place = findPlace(new URL(request.url).searchParams.get("path") ?? "");
  return answerPrivately(async () => {
    const [fields] = await takeDrafts([place]);
    return { fields };
  });
}

/** The checkout is shown with its draft; every other page is given it once. */
function findPlace(path: string): DraftPlace {
  return path === checkoutPlace.path ? checkoutPlace : { path, given: "once" };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
