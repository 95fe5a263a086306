"use client";

import type { FormEvent, ReactNode } from "react";
import { leaveFor } from "./leave";
import { sendLasting } from "./send-lasting";
import { takeTurn } from "./tabs";

/** Logs out by POST, with or without JavaScript; with it, every other tab follows at once. */
export function LogOutForm({ children }: { children: ReactNode }) {
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // Outlives the page: whoever closes the tab at once is logged out all the same.
    const response = await takeTurn(() => sendLasting("/logout", { redirect: "manual" })).catch(() => null);
    leaveFor(response?.type === "opaqueredirect" ? "/" : "/logout");
  }
  return (
    <form method="post" action="/logout" onSubmit={onSubmit}>
      {children}
    </form>
  );
}
