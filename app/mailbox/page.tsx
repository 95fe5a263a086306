import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { MailList } from "@/app/mailbox/_components/mail-list";
import { hasMailbox, listKeptMails } from "@/lib/mail/mailbox";

export const metadata: Metadata = { title: "Mailbox", robots: { index: false } };

export default async function MailboxPage() {
  await connection();
  if (!hasMailbox()) notFound();
  return (
    <div className="wrap section max-w-3xl">
      <h1 className="text-title">Mailbox</h1>
      <p className="lead mt-4">This is a demo: mails to everybody arrive here instead of being sent.</p>
      <MailList mails={await listKeptMails()} />
    </div>
  );
}
