import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { mailTokenLifetime } from "@/lib/account/mail-tokens";
import { formatDuration } from "@/lib/format/duration";
import { links as words } from "@/words/entry";

/** For a link from a mail that is used, too old, or never was one: all of them look the same. */
export function LinkIsVoid({ again }: { again: string }) {
  return (
    <Notice tone="problem">
      <p>
        {words.isVoidAfter(formatDuration(mailTokenLifetime), (text) => (
          <AppLink href={again} className="button-link">
            {text}
          </AppLink>
        ))}
      </p>
    </Notice>
  );
}
