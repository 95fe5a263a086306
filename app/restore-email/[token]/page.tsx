import type { Metadata } from "next";
import { RestoreEmailForm } from "@/app/restore-email/[token]/_components/restore-email-form";
import { Notice } from "@/components/ui/notice";
import { readMailToken } from "@/lib/account/mail-tokens";
import { restoreEmail as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title, robots: { index: false } };

export default async function RestoreEmailPage({ params }: PageProps<"/restore-email/[token]">) {
  const { token } = await params;
  const link = await readMailToken("RESTORE_EMAIL", token);
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">{words.title}</h1>
      {link ? (
        <>
          <p className="mb-8 break-words">{words.lead(link.email)}</p>
          <RestoreEmailForm token={token} />
        </>
      ) : (
        <Notice tone="problem">{words.isVoid}</Notice>
      )}
    </div>
  );
}
