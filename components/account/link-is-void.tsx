import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

/** For a link from a mail that is used, too old, or never was one: all of them look the same. */
export function LinkIsVoid({ again }: { again: string }) {
  return (
    <Notice tone="problem">
      <p>
        This link no longer works: links work once, and for 15 minutes.{" "}
        <AppLink href={again} className="button-link">
          Ask for a new one
        </AppLink>
      </p>
    </Notice>
  );
}
