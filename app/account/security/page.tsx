import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ChangePasswordForm } from "@/app/account/security/_components/change-password-form";
import { DeleteAccountForm } from "@/app/account/security/_components/delete-account-form";
import { DetailsForm } from "@/app/account/security/_components/details-form";
import { AccountPage } from "@/components/account/account-page";
import { formatDuration } from "@/lib/format/duration";
import { requireUser, takeDrafts } from "@/lib/session";
import { freshFor } from "@/lib/session/policy";

export const metadata: Metadata = { title: "Security" };

const path = "/account/security";

export default async function SecurityPage() {
  const session = await requireUser(path);
  const [begun, password, details, deletion] = await takeDrafts([
    { path, given: "once" },
    { path, form: "password", given: "once confirmed" },
    { path, form: "details", given: "once confirmed" },
    { path, form: "delete", given: "once confirmed" },
  ]);
  const { name, email } = { ...session.user, ...details, ...begun };
  return (
    <AccountPage
      session={session}
      current={path}
      title="Security"
      lead={`If you logged in more than ${formatDuration(freshFor)} ago, we ask for your password once more before anything changes.`}
    >
      <Part title="Password" hint="A new one logs out every other device.">
        <ChangePasswordForm email={session.user.email} isConfirmed={password !== null} />
      </Part>
      <Part title="Name and email">
        <DetailsForm name={name} email={email} isConfirmed={details !== null} />
      </Part>
      <Part
        title="Your data"
        hint="What we keep about you: your account, sessions, what happened, cart, addresses and orders."
      >
        {/* A plain link, since the answer is a file and no page. */}
        <a href="/account/export" className="button button-quiet justify-self-start">
          Download my data
        </a>
      </Part>
      <Part title="Delete account">
        <DeleteAccountForm isConfirmed={deletion !== null} />
      </Part>
    </AccountPage>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="account-section">
      <div>
        <h2>{title}</h2>
        {hint && <p className="field-hint mt-2">{hint}</p>}
      </div>
      <div className="grid max-w-md content-start">{children}</div>
    </section>
  );
}
