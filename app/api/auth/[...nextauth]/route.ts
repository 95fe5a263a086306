import { answerPrivately } from "@/app/api/answer-privately";
import { peekSession } from "@/lib/session";

/**
 * Auth.js's own HTTP door stays shut: login and logout have the shop's. Only its session endpoint answers, from our
 * peek, since Auth.js would take a guest's cookie away and make a member's persistent.
 */
export async function GET(_: Request, { params }: RouteContext<"/api/auth/[...nextauth]">) {
  const { nextauth } = await params;
  if (nextauth.join("/") !== "session") return new Response(null, { status: 404 });
  return answerPrivately(async () => {
    const seen = await peekSession();
    return seen.status === "member" ? { user: { name: seen.name } } : null;
  });
}
