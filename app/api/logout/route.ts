import { runHandler } from "@/lib/actions/run-handler";
import { logOut } from "@/lib/session";

const text = "Logging out did not work just now. Please try again in a moment.";

/** POST /logout, which lib/http/incoming.ts sends here: ends the session, clears the cookie and leads to the home page. */
export async function POST() {
  return runHandler(
    async () => {
      await logOut();
      return new Response(null, { status: 303, headers: { location: "/", "cache-control": "private, no-store" } });
    },
    { text },
  );
}
