import type { Metadata } from "next";
import { RegisterForm } from "@/app/register/_components/register-form";
import { AppLink } from "@/components/ui/link";
import { loginPath, safeNextPath } from "@/lib/http/safe-redirect";

export const metadata: Metadata = { title: "Create an account" };

export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const next = safeNextPath((await searchParams).next);
  return (
    <div className="wrap section max-w-md">
      <h1 className="text-title mb-8">Create an account</h1>
      <RegisterForm next={next} />
      <p className="mt-8">
        Been here before?{" "}
        <AppLink href={loginPath(next)} className="button-link">
          Log in
        </AppLink>
      </p>
    </div>
  );
}
