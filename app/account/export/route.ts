import { exportData } from "@/lib/account";
import { requireFreshLogin, Unavailable } from "@/lib/session";

/** Everything the shop stores about a member, as a file. Needs a fresh login, which leads back to the button. */
export async function GET() {
  try {
    const session = await requireFreshLogin("/account/security");
    return new Response(JSON.stringify(await exportData(session), null, 2), {
      headers: {
        "content-type": "application/json",
        "content-disposition": 'attachment; filename="the-cookie-jar.json"',
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return new Response("The shop cannot be reached just now. Please try again in a moment.", {
      status: 503,
      headers: { "cache-control": "private, no-store", "retry-after": "5" },
    });
  }
}
