"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import * as outbox from "@/lib/mail/outbox-support";
import { requireStaff } from "@/lib/session";

const mailSchema = z.object({ mail: z.uuid(), order: z.string().regex(/^[\dA-Z-]{0,20}$/) });

/** Sends a mail again. A plain form: the answer is the page as it is afterwards. */
export async function sendAgain(form: FormData) {
  const staff = await requireStaff("/admin/mails");
  const fields = mailSchema.safeParse(Object.fromEntries(form));
  if (!fields.success) notFound();
  const isQueued = await outbox.sendMailAgain(staff, fields.data.mail);
  redirect(`/admin/mails?${new URLSearchParams({ order: fields.data.order, done: isQueued ? "queued" : "late" })}`);
}
