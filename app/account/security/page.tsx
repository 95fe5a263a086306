import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ChangePasswordForm } from "@/app/account/security/_components/change-password-form";
import { DeleteAccountForm } from "@/app/account/security/_components/delete-account-form";
import { DetailsForm } from "@/app/account/security/_components/details-form";
import { AccountPage } from "@/components/account/account-page";
import { formatDuration } from "@/lib/format/duration";
import { isFreshLogin, requireUser, restoreDraft } from "@/lib/session";
import { takeForm } from "@/lib/session/encrypted/pending-form";
import { freshFor } from "@/lib/session/policy";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage() {
  const session = await requireUser("/account/security");
  const pending = (await isFreshLogin()) ? await takeForm(session) : null;
  const begun = await restoreDraft("/account/security");
  const { name, email } = { ...session.user, ...(pending?.form === "details" ? pending.fields : {}), ...begun };
  return (
    <AccountPage
      session={session}
      current="/account/security"
      title="Security"
      lead={`If you logged in more than ${formatDuration(freshFor)} ago, we ask for your password once more before anything changes.`}
    >
      <Part title="Password" hint="A new one logs out every other device.">
        <ChangePasswordForm email={session.user.email} isConfirmed={pending?.form === "password"} />
      </Part>
      <Part title="Name and email">
        <DetailsForm name={name} email={email} isConfirmed={pending?.form === "details"} />
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
        <DeleteAccountForm isConfirmed={pending?.form === "delete"} />
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
