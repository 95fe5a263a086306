import type { Metadata } from "next";
import { endEveryone } from "@/app/admin/sessions/actions";
import { AccountPage } from "@/components/account/account-page";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { requireFreshLogin, requireStaff } from "@/lib/session";

export const metadata: Metadata = { title: "Log everyone out" };

const path = "/admin/sessions/everyone";

export default async function EveryonePage({ searchParams }: PageProps<"/admin/sessions/everyone">) {
  await requireStaff(path);
  const session = await requireFreshLogin(path);
  const { unsure, unfinished } = await searchParams;
  return (
    <AccountPage
      session={session}
      current="/admin/sessions"
      title="Log everyone out?"
      lead="Every customer and every colleague is logged out at once and told that support did it. Carts stay."
    >
      <form action={endEveryone} className="mt-8 grid max-w-md gap-4">
        {unsure !== undefined && <Notice tone="problem">Please tick the box first.</Notice>}
        {unfinished !== undefined && (
          <Notice tone="problem">
            The database did not answer in time. Some sessions may still be open: press again to go on with the rest.
          </Notice>
        )}
        <Checkbox label="Yes, everyone but me" name="sure" />
        <Button className="justify-self-start">Log everyone out</Button>
      </form>
    </AccountPage>
  );
}
