import type { Metadata } from "next";
import { SearchForm } from "@/app/admin/_components/search-form";
import { MailRow } from "@/app/admin/mails/_components/mail-row";
import { AccountPage } from "@/components/account/account-page";
import { Notice } from "@/components/ui/notice";
import { countSetAside, listQueuedMails } from "@/lib/mail/outbox-support";
import { requireStaff } from "@/lib/session";

export const metadata: Metadata = { title: "Mails" };

export default async function MailsPage({ searchParams }: PageProps<"/admin/mails">) {
  const session = await requireStaff("/admin/mails");
  const { order, done } = await searchParams;
  const asked =
    typeof order === "string"
      ? order
          .trim()
          .toUpperCase()
          .replace(/[^\dA-Z-]/g, "")
          .slice(0, 20)
      : "";
  const [mails, setAside] = await Promise.all([listQueuedMails(asked), countSetAside()]);
  return (
    <AccountPage
      session={session}
      current="/admin/mails"
      title="Mails"
      lead="Mails that could not be sent, and those of an order. What they say is sealed; a mail sent again goes to the same address."
    >
      {done !== undefined && (
        <Notice tone={done === "queued" ? "good" : "problem"} className="mt-8">
          {done === "queued"
            ? "It is being sent again. Look again in a moment."
            : "It was not sent again: its link no longer works, or it is not there any more."}
        </Notice>
      )}
      <p className="mt-8">
        {setAside === 0
          ? "No mail is set aside."
          : `${setAside === 1 ? "1 mail is" : `${setAside} mails are`} set aside: nobody tries again until you do.`}
      </p>
      <SearchForm action="/admin/mails" label="Number of the order" name="order" asked={asked} className="mt-8" />
      {mails.length === 0 && <p className="mt-8">{asked ? "There is no such mail." : "Every mail has been sent."}</p>}
      <ul className="rows mt-8">
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} asked={asked} />
        ))}
      </ul>
    </AccountPage>
  );
}
