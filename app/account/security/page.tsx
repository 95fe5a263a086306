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
import { security as words } from "@/words/account";

export const metadata: Metadata = { title: words.title };

export default async function SecurityPage() {
  const session = await requireUser("/account/security");
  const pending = (await isFreshLogin()) ? await takeForm(session) : null;
  const begun = await restoreDraft("/account/security");
  const { name, email } = { ...session.user, ...(pending?.form === "details" ? pending.fields : {}), ...begun };
  return (
    <AccountPage
      session={session}
      current="/account/security"
      title={words.title}
      lead={words.lead(formatDuration(freshFor))}
    >
      <Part title={words.password} hint={words.passwordHint}>
        <ChangePasswordForm email={session.user.email} isConfirmed={pending?.form === "password"} />
      </Part>
      <Part title={words.details}>
        <DetailsForm name={name} email={email} isConfirmed={pending?.form === "details"} />
      </Part>
      <Part title={words.data} hint={words.dataHint}>
        {/* A plain link, since the answer is a file and no page. */}
        <a href="/account/export" className="button button-quiet justify-self-start">
          {words.download}
        </a>
      </Part>
      <Part title={words.deletion}>
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
