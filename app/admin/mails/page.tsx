import type { Metadata } from "next";
import { MailRow } from "@/app/admin/mails/_components/mail-row";
import { AccountPage } from "@/components/account/account-page";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { countSetAside, listQueuedMails } from "@/lib/mail/outbox-support";
import { requireStaff } from "@/lib/session";
import { mails as words } from "@/words/mails";

export const metadata: Metadata = { title: words.title };

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
    <AccountPage session={session} current="/admin/mails" title={words.title} lead={words.lead}>
      {done !== undefined && (
        <Notice tone={done === "queued" ? "good" : "problem"} className="mt-8">
          {done === "queued" ? words.isQueued : words.tooLate}
        </Notice>
      )}
      <p className="mt-8">{words.setAside(setAside)}</p>
      <search className="mt-8">
        <form action="/admin/mails" className="flex flex-wrap items-end gap-3">
          <Field
            label={words.order}
            name="order"
            type="search"
            defaultValue={asked}
            autoComplete="off"
            className="min-w-0 flex-1 basis-56"
          />
          <Button>{words.find}</Button>
        </form>
      </search>
      {mails.length === 0 && <p className="mt-8">{asked ? words.none : words.noneFailing}</p>}
      <ul className="rows mt-8">
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} asked={asked} />
        ))}
      </ul>
    </AccountPage>
  );
}
