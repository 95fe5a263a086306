import { exportData } from "@/lib/account";
import { runHandler } from "@/lib/actions/run-handler";
import { requireFreshLogin } from "@/lib/session";

const text = "The shop cannot be reached just now. Please try again in a moment.";

/** Everything the shop stores about a member, as a file. Needs a fresh login, which leads back to the button. */
export async function GET() {
  return runHandler(
    async () => {
      const session = await requireFreshLogin("/account/security");
      return new Response(JSON.stringify(await exportData(session), null, 2), {
        headers: {
          "content-type": "application/json",
          "content-disposition": 'attachment; filename="the-cookie-jar.json"',
          "cache-control": "private, no-store",
        },
      });
    },
    { text },
  );
}
