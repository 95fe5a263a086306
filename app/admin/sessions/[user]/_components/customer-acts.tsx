import { disableAccount, enableAccount, endCustomersSessions } from "@/app/admin/sessions/actions";
import { Button } from "@/components/ui/button";
import type { Profile } from "@/lib/users";

/** What support may do to an account. */
export function CustomerActs({ profile, hasLive }: { profile: Profile; hasLive: boolean }) {
  if (profile.deletedAt) return null;
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      {hasLive && <Act action={endCustomersSessions} user={profile.id} name="End all sessions" />}
      {profile.disabledAt ? (
        <Act action={enableAccount} user={profile.id} name="Enable account" />
      ) : (
        <Act action={disableAccount} user={profile.id} name="Disable account" />
      )}
    </div>
  );
}

type ActProps = { action: (form: FormData) => Promise<void>; user: string; name: string };

function Act({ action, user, name }: ActProps) {
  return (
    <form action={action}>
      <input type="hidden" name="user" value={user} />
      <Button look="quiet">{name}</Button>
    </form>
  );
}
