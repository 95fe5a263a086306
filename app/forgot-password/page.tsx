import type { Metadata } from "next";
import { connection } from "next/server";
import { ForgotPasswordForm } from "@/app/forgot-password/_components/forgot-password-form";
import { AppLink } from "@/components/ui/link";
import { forgotPassword as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title };

export default async function ForgotPasswordPage() {
  await connection();
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-4">{words.title}</h1>
      <p className="lead mb-8">{words.lead}</p>
      <ForgotPasswordForm />
      <p className="mt-8">
        <AppLink href="/login" className="button-link">
          {words.back}
        </AppLink>
      </p>
    </div>
  );
}
