import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { MailList } from "@/app/mailbox/_components/mail-list";
import { hasMailbox, listKeptMails } from "@/lib/mail/mailbox";
import { mailbox as words } from "@/words/mailbox";

export const metadata: Metadata = { title: words.title, robots: { index: false } };

export default async function MailboxPage() {
  await connection();
  if (!hasMailbox()) notFound();
  return (
    <div className="wrap section max-w-3xl">
      <h1 className="title">{words.title}</h1>
      <p className="lead mt-4">{words.lead}</p>
      <MailList mails={await listKeptMails()} />
    </div>
  );
}
