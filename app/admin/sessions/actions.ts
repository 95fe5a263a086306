"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import * as support from "@/lib/account/support";
import { requireFreshLogin, requireStaff, Unavailable } from "@/lib/session";

// Plain forms: none of them changes this browser's cookie, and the answer is the customer's page as it is afterwards.

const customerSchema = z.object({ user: z.uuid() });
const sessionSchema = customerSchema.extend({ session: z.uuid() });

const pageOf = (user: string) => `/admin/sessions/${user}`;

/** What support does to an account needs a fresh login, as it does for the account's owner. */
async function asFreshStaff<Fields extends { user: string }>(schema: z.ZodType<Fields>, form: FormData) {
  await requireStaff("/admin/sessions");
  const fields = schema.safeParse(Object.fromEntries(form));
  if (!fields.success) notFound();
  return { staff: await requireFreshLogin(pageOf(fields.data.user)), fields: fields.data };
}

/** Ends one of a customer's sessions. */
export async function endCustomersSession(form: FormData) {
  const { staff, fields } = await asFreshStaff(sessionSchema, form);
  if (!(await support.endCustomersSession(staff, fields.user, fields.session))) notFound();
  redirect(`${pageOf(fields.user)}?done=one`);
}

/** Ends all of a customer's sessions. */
export async function endCustomersSessions(form: FormData) {
  const { staff, fields } = await asFreshStaff(customerSchema, form);
  await support.endCustomersSessions(staff, fields.user);
  redirect(`${pageOf(fields.user)}?done=all`);
}

/** Disables an account; its sessions end. */
export async function disableAccount(form: FormData) {
  const { staff, fields } = await asFreshStaff(customerSchema, form);
  const isDone = await support.disableAccount(staff, fields.user);
  redirect(`${pageOf(fields.user)}?done=${isDone ? "disabled" : "nothing"}`);
}

/** Opens a disabled account again. */
export async function enableAccount(form: FormData) {
  const { staff, fields } = await asFreshStaff(customerSchema, form);
  const isDone = await support.enableAccount(staff, fields.user);
  redirect(`${pageOf(fields.user)}?done=${isDone ? "enabled" : "nothing"}`);
}

/** Ends the sessions of everyone except the staff member who asks. */
export async function endEveryone(form: FormData) {
  await requireStaff("/admin/sessions/everyone");
  const staff = await requireFreshLogin("/admin/sessions/everyone");
  if (form.get("sure") !== "on") redirect("/admin/sessions/everyone?unsure");
  const ended = await support.endEveryone(staff).catch(unlessUnavailable);
  redirect(ended === null ? "/admin/sessions/everyone?unfinished" : `/admin/sessions?ended=${ended}`);
}

function unlessUnavailable(error: unknown): null {
  if (error instanceof Unavailable) return null;
  throw error;
}
