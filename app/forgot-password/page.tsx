import type { Metadata } from "next";
import { connection } from "next/server";
import { ForgotPasswordForm } from "@/app/forgot-password/_components/forgot-password-form";
import { AppLink } from "@/components/ui/link";

export const metadata: Metadata = { title: "Forgot your password?" };

export default async function ForgotPasswordPage() {
  await connection();
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-4">Forgot your password?</h1>
      <p className="lead mb-8">We mail you a link, and you choose a new one.</p>
      <ForgotPasswordForm />
      <p className="mt-8">
        <AppLink href="/login" className="button-link">
          Back to log in
        </AppLink>
      </p>
    </div>
  );
}
