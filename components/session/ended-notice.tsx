"use client";

import { useEffect } from "react";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { loginPath } from "@/lib/http/safe-redirect";
import { hadSession, refreshPeek } from "./session-store";

/** Says once why a session is over, and offers to log in and go on at `next`. Makes the header ask again. */
export function EndedNotice({ message, next }: { message: string; next?: string }) {
  useEffect(() => {
    if (hadSession()) refreshPeek();
  }, []);
  return (
    <Notice className="mb-8">
      <p>
        {message}{" "}
        {next && (
          <AppLink href={loginPath(next)} className="button-link">
            Log in
          </AppLink>
        )}
      </p>
    </Notice>
  );
}
