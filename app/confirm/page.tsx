import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ConfirmForm } from "@/app/confirm/_components/confirm-form";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { isScripted } from "@/lib/actions/navigate";
import { safeNextPath } from "@/lib/http/safe-redirect";
import { isFreshLogin, requireUser } from "@/lib/session";

export const metadata: Metadata = { title: "Confirm it’s you" };

export default async function ConfirmPage({ searchParams }: PageProps<"/confirm">) {
  const asked = safeNextPath((await searchParams).next);
  const next = asked === "/" ? "/account" : asked;
  const { user } = await requireUser(`/confirm?next=${encodeURIComponent(next)}`);
  if ((await isFreshLogin()) && !(await isScripted())) redirect(next);
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-4">Confirm it's you</h1>
      <p className="lead mb-8">
        What comes next concerns your account, and it has been a while since you logged in as <bdi>{user.name}</bdi>.
      </p>
      <ConfirmForm next={next} email={user.email} />
      <PlainLogOut />
    </div>
  );
}
