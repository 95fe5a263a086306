import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { session as words } from "@/words/session";

/** Says once why a session is over, and offers the way back. */
export function EndedNotice({ message, next }: { message: string; next: string }) {
  return (
    <Notice className="mb-8">
      <p>
        {message}{" "}
        <AppLink href={`/login?next=${encodeURIComponent(next)}`} className="button-link">
          {words.logIn}
        </AppLink>
      </p>
    </Notice>
  );
}
