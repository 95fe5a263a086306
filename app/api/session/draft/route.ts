import { z } from "zod";
import { answerPrivately } from "@/lib/actions/answer-privately";
import { checkoutPlace } from "@/lib/checkout/draft";
import { readBody } from "@/lib/http/read-body";
import { saveDraft, takeDrafts } from "@/lib/session";
import { type DraftPlace, fieldsSchema } from "@/lib/session/encrypted/draft-place";

/** Several times the longest form. */
const MAX_BODY = 10_000;

const sentSchema = z.object({
  path: z.string().startsWith("/").max(300),
  fields: fieldsSchema,
  page: z.string().max(100).optional(),
});

/** Keeps what was typed on a page: while it is typed, or when its session is about to time out or just did. */
export async function POST(request: Request) {
  return answerPrivately(async () => {
    const sent = sentSchema.safeParse(parse(await readBody(request, MAX_BODY))).data;
    if (!sent) return new Response(null, { status: 400 });
    return { isKept: await saveDraft(findPlace(sent.path), sent.fields, sent.page) };
  });
}

/** Returns, once, what was typed on the page `?path=` before a timeout. */
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
