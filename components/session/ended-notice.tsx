import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

/** Says once why a session is over, and offers the way back. */
export function EndedNotice({ message, next }: { message: string; next: string }) {
  return (
    <Notice className="mb-8">
      <p>
        {message}{" "}
        <AppLink href={`/login?next=${encodeURIComponent(next)}`} className="button-link">
          Log in
        </AppLink>
      </p>
    </Notice>
  );
}
