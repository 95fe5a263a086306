import type { EndReason } from "@/lib/generated/prisma/enums";
import { limits } from "@/lib/rate-limit/limiter";
import type { Account } from "./support/account";
import { ageColumn, ageSession, findRow } from "./support/database";
import { expect, test } from "./support/fixtures";
import { linkIn, mailTo } from "./support/mails";
import { handedToken, otherOrigin, peek, postForm, request, shopOrigin } from "./support/plain-form";
import { setCounter } from "./support/throttle-rows";

// ASVS 7.4.1: an ended session is dead at once, everywhere. Each reason once, and the saved token replayed elsewhere.

type Scene = { account: Account; staff: Account; token: string; id: string };

async function logIn(account: Account, token?: string): Promise<string> {
  return handedToken(await postForm("/login", { form: "password", fields: account, token })) ?? "";
}

async function asStaff({ account, staff }: Scene, form: string) {
  await postForm(`/admin/sessions/${account.id}`, { form, token: await logIn(staff) });
}

/** What ends the session of the scene's token. Nothing ends one as REPLACED any more. */
const ends: Record<Exclude<EndReason, "REPLACED">, (scene: Scene) => Promise<unknown>> = {
  LOGGED_OUT: ({ token }) => request("/logout", { method: "POST", token, headers: { origin: shopOrigin } }),
  IDLE_TIMEOUT: ({ id }) => ageColumn(id, "lastSeenAt", { minutes: 31 }),
  ABSOLUTE_TIMEOUT: ({ id }) => ageColumn(id, "loggedInAt", { hours: 25 }),
  REVOKED_BY_USER: async ({ account }) =>
    postForm("/account/sessions", { form: "Log out everywhere else", token: await logIn(account) }),
  REVOKED_BY_STAFF: (scene) => asStaff(scene, "End all sessions"),
  PASSWORD_CHANGED: async ({ account }) =>
    postForm("/account/security", {
      form: "Change password",
      fields: { current: account.password, password: "a jar full of oats" },
      token: await logIn(account),
    }),
  SESSION_LIMIT: async ({ account }) => {
    for (let turn = 0; turn < 10; turn++) await logIn(account);
  },
  ACCOUNT_DISABLED: (scene) => asStaff(scene, "Disable account"),
  ACCOUNT_DELETED: async ({ account }) =>
    postForm("/account/security", { form: "sure", fields: { sure: "on" }, token: await logIn(account) }),
  SWITCHED_USER: ({ staff, token }) => logIn(staff, token),
  // The answer with the new token is never used.
  ROTATION_LOST: async ({ account, token, id }) => {
    await logIn(account, token);
    await ageSession(id, { seconds: 31 });
    await peek(token);
  },
  REUSE_DETECTED: async ({ account, token, id }) => {
    await peek(await logIn(account, token));
    await ageSession(id, { seconds: 31 });
    await peek(token);
  },
  PASSWORD_GUESSED: async ({ account, token, id }) => {
    await ageColumn(id, "authenticatedAt", { minutes: 11 });
    await setCounter("deviceInAll", [account.email, id], limits.deviceInAll.points - 1);
    await postForm("/confirm?next=/account", { form: "password", fields: { password: "not it" }, token });
  },
  EMAIL_CHANGED: async ({ account }) => {
    const email = `new-${account.email}`;
    const fields = { name: account.name, email };
    const other = await logIn(account);
    await postForm("/account/security", { form: "Save", fields, token: other });
    const link = linkIn(await mailTo(email, "Confirm your new address"));
    await postForm(link, { form: "Confirm address", token: other });
  },
};

for (const [reason, end] of Object.entries(ends)) {
  test(`a session that ended as ${reason} is refused on the other server at once`, async ({ account, staff }) => {
    const token = await logIn(account);
    const id = (await findRow(token))?.id ?? "";
    expect(await peek(token, otherOrigin)).toMatchObject({ status: "member" });
    await end({ account, staff, token, id });

    expect(await peek(token, otherOrigin)).not.toMatchObject({ status: "member" });
    const page = await request("/account", { token, origin: otherOrigin });
    expect(page.headers.get("location")).toBe("/login?next=%2Faccount");
    const form = await postForm("/account/sessions", {
      form: "Log out everywhere",
      token,
      seenBy: await logIn(staff),
      origin: otherOrigin,
    });
    expect(form.headers.get("location")).toBe("/login?next=%2Faccount%2Fsessions");
    expect(await findRow(token)).toMatchObject({ endReason: reason });
  });
}
