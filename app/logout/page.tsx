import type { Metadata } from "next";
import { LogOutForm } from "@/components/session/log-out-form";
import { Button } from "@/components/ui/button";
import { logOutPage as words } from "@/words/site";

export const metadata: Metadata = { title: words.title };

/** A link cannot log anybody out: this page only has the button. */
export default async function LogOutPage() {
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-4">{words.heading}</h1>
      <p className="lead mb-8">{words.lead}</p>
      <LogOutForm>
        <Button>{words.logOut}</Button>
      </LogOutForm>
    </div>
  );
}
