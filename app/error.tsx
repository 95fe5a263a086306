"use client";

import { useEffect } from "react";
import { Unavailable } from "@/components/layout/unavailable";
import { isOutdatedBuildError, reloadOnce } from "@/components/session/outdated-build";
import { Button, ButtonLink } from "@/components/ui/button";
import { unavailableDigest } from "@/lib/db/status";

type ErrorPageProps = { error: unknown; retry: () => void };

/** For errors of pages that the router fetches. For whole documents the server answers (lib/http/unavailable-answers.ts). */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  useEffect(() => {
    if (isOutdatedBuildError(error)) reloadOnce();
  }, [error]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  if (digest === unavailableDigest) return <Unavailable />;
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="text-title">Something slipped off the wheel</h1>
      <p className="lead mt-4 mb-8 max-w-xl">
        That was our fault, not yours. Your cart is where you left it: try again, or come back in a minute.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={() => retry()}>
          Try again
        </Button>
        <ButtonLink href="/" look="quiet">
          Back to the shop
        </ButtonLink>
      </div>
      {digest && <p className="mt-8 text-sm text-soft">If you write to us about it, mention {digest}.</p>}
    </div>
  );
}
