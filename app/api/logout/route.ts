import * as session from "@/lib/session";

/** POST /logout (lib/http/incoming.ts leads it here): ends the session, takes the cookie back and starts over at the door. */
export async function POST() {
  try {
    await session.logOut();
  } catch (error) {
    if (!(error instanceof session.Unavailable)) throw error;
    return new Response("Logging out did not work just now. Please try again in a moment.", {
      status: 503,
      headers: { "cache-control": "private, no-store", "retry-after": "5" },
    });
  }
  return new Response(null, { status: 303, headers: { location: "/", "cache-control": "private, no-store" } });
}
