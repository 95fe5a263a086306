import type { Metadata } from "next";
import { ConfirmEmailForm } from "@/app/verify-email/[token]/_components/confirm-email-form";
import { LinkIsVoid } from "@/components/account/link-is-void";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { Notice } from "@/components/ui/notice";
import { readAddressLink } from "@/lib/account/links";
import { requireUser } from "@/lib/session";
import { confirmEmail as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title, robots: { index: false } };

export default async function ConfirmEmailPage({ params }: PageProps<"/verify-email/[token]">) {
  const { token } = await params;
  const { userId, user } = await requireUser(`/verify-email/${token}`);
  const link = await readAddressLink(token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">{words.title}</h1>
      {!link && <LinkIsVoid again="/verify-email" />}
      {link && link.user.id !== userId && <Notice tone="problem">{words.otherAccount(<bdi>{user.name}</bdi>)}</Notice>}
      {link?.user.id === userId && (
        <>
          <p className="mb-8">{(link.isChange ? words.change : words.proof)(<bdi>{link.email}</bdi>)}</p>
          <ConfirmEmailForm token={token} />
        </>
      )}
      <PlainLogOut />
    </div>
  );
}
