import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { mailTokenLifetime } from "@/lib/account/mail-tokens";
import { formatDuration } from "@/lib/format/duration";

/** For a link from a mail that was used, is too old, or was never valid: all look the same. */
export function LinkIsVoid({ again }: { again: string }) {
  return (
    <Notice tone="problem">
      <p>
        This link no longer works: links work once, and for {formatDuration(mailTokenLifetime)}.{" "}
        <AppLink href={again} className="button-link">
          Ask for a new one
        </AppLink>
      </p>
    </Notice>
  );
}
