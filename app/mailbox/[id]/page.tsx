import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailView } from "@/app/mailbox/[id]/_components/mail-view";
import { AppLink } from "@/components/ui/link";
import { hasMailbox, readMail } from "@/lib/mail/mailbox";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

export default async function MailPage({ params }: PageProps<"/mailbox/[id]">) {
  const { id } = await params;
  const mail = hasMailbox() ? await readMail(id) : null;
  if (!mail) notFound();
  return (
    <div className="wrap section max-w-3xl">
      <p className="mb-8">
        <AppLink href="/mailbox" className="button-link">
          All mails
        </AppLink>
      </p>
      <MailView {...mail} />
    </div>
  );
}
