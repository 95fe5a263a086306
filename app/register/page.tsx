import type { Metadata } from "next";
import { RegisterForm } from "@/app/register/_components/register-form";
import { AppLink } from "@/components/ui/link";
import { loginPath, safeNextPath } from "@/lib/http/safe-redirect";
import { register as words } from "@/words/entry";

export const metadata: Metadata = { title: words.title };

export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const next = safeNextPath((await searchParams).next);
  return (
    <div className="wrap section max-w-md">
      <h1 className="title mb-8">{words.title}</h1>
      <RegisterForm next={next} />
      <p className="mt-8">
        {words.beenHere((text) => (
          <AppLink href={loginPath(next)} className="button-link">
            {text}
          </AppLink>
        ))}
      </p>
    </div>
  );
}
