import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isScripted } from "@/app/is-scripted";
import { ConfirmForm } from "@/components/account/confirm-form";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { safeNextPath } from "@/lib/next-path";
import { isFreshLogin, requireUser } from "@/lib/session";
import { confirm as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title };

export default async function ConfirmPage({ searchParams }: PageProps<"/confirm">) {
  const asked = safeNextPath((await searchParams).next);
  const next = asked === "/" ? "/account" : asked;
  const { user } = await requireUser(`/confirm?next=${encodeURIComponent(next)}`);
  if ((await isFreshLogin()) && !(await isScripted())) redirect(next);
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-4">{words.heading}</h1>
      <p className="lead mb-8">{words.lead(<bdi>{user.name}</bdi>)}</p>
      <ConfirmForm next={next} email={user.email} />
      <PlainLogOut />
    </div>
  );
}
