import type { Metadata } from "next";
import { LogOutForm } from "@/components/session/log-out-form";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Log out" };

/** Only the button logs out, since a link or a prefetch must not. */
export default async function LogOutPage() {
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-4">Log out?</h1>
      <p className="lead mb-8">Your cart stays with your account.</p>
      <LogOutForm>
        <Button>Log out of this browser</Button>
      </LogOutForm>
    </div>
  );
}
