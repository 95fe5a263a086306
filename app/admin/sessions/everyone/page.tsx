import type { Metadata } from "next";
import { endEveryone } from "@/app/admin/sessions/actions";
import { AccountPage } from "@/components/account/account-page";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { requireFreshLogin, requireStaff } from "@/lib/session";
import { everyone as words } from "@/words/support";

export const metadata: Metadata = { title: words.title };

const path = "/admin/sessions/everyone";

export default async function EveryonePage({ searchParams }: PageProps<"/admin/sessions/everyone">) {
  await requireStaff(path);
  const session = await requireFreshLogin(path);
  const { unsure, unfinished } = await searchParams;
  return (
    <AccountPage session={session} current="/admin/sessions" title={words.heading} lead={words.lead}>
      <form action={endEveryone} className="mt-8 grid max-w-md gap-4">
        {unsure !== undefined && <Notice tone="problem">{words.unsure}</Notice>}
        {unfinished !== undefined && <Notice tone="problem">{words.unfinished}</Notice>}
        <Checkbox label={words.sure} name="sure" />
        <Button className="justify-self-start">{words.logOut}</Button>
      </form>
    </AccountPage>
  );
}
