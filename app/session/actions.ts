"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { isScripted } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { days, minutes } from "@/lib/format/duration";
import { logOut } from "@/lib/session";
import * as glassBox from "@/lib/session/inspector";

const spans = { "30 minutes": minutes(30), "a day": days(1) };
const passSchema = z.object({ time: z.enum(["30 minutes", "a day"]) });

/** "over": the page loads `next`, which tells what happened to the session. */
export type BoxAnswer =
  | { status: "idle" }
  | { status: "done" | "refused"; message: string }
  | { status: "over"; next: "/session?over" | "/session?ended" }
  | Refused;

/** Moves the session's times back, as if it had been idle for that long. */
export async function letTimePass(_: BoxAnswer, form: FormData): Promise<BoxAnswer> {
  const span = passSchema.safeParse(Object.fromEntries(form));
  if (!span.success) return { status: "refused", message: "Please use one of the buttons." };
  const { time } = span.data;
  const answer = await runAction(() => glassBox.letTimePass(spans[time]));
  if (answer === "over") return over("/session?over");
  return answer === "passed" ? done(time === "a day" ? "A day has passed." : "30 minutes have passed.") : answer;
}

/** Gives this browser a new token for the same session. */
export async function replaceKey(): Promise<BoxAnswer> {
  const answer = await runAction(() => glassBox.replaceKey());
  if (answer === "over") return over("/session?over");
  if (answer === "enough") return { status: "refused", message: "This session has had enough keys." };
  return answer === "replaced" ? done("The key was replaced.") : answer;
}

/** Logs out, a guest too. */
export async function endSession(): Promise<BoxAnswer> {
  const answer = await runAction(async () => {
    await logOut();
    return "over" as const;
  });
  return answer === "over" ? over("/session?ended") : answer;
}

async function done(message: string): Promise<BoxAnswer> {
  if (!(await isScripted())) redirect("/session");
  refresh();
  return { status: "done", message };
}

async function over(next: "/session?over" | "/session?ended"): Promise<BoxAnswer> {
  if (!(await isScripted())) redirect(next);
  return { status: "over", next };
}
