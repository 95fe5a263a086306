import * as session from "@/lib/session";

const PRIVATE = { "cache-control": "private, no-store" };

/** Peek: what the header may know about this browser's session. Never extends it. */
export async function GET() {
  return answer(session.peek);
}

/** Activity from real input: extends the session. Has no body; proxy.ts lets only this shop's pages in. */
export async function POST() {
  return answer(session.touch);
}

async function answer(ask: () => Promise<session.Peek>): Promise<Response> {
  try {
    return Response.json(await ask(), { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof session.Unavailable)) throw error;
    return Response.json({ status: "unavailable" }, { status: 503, headers: { ...PRIVATE, "retry-after": "5" } });
  }
}
