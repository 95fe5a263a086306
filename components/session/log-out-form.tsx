"use client";

import type { FormEvent, ReactNode } from "react";
import { navigateHard } from "./navigation";
import { sendKeepalive } from "./send-keepalive";
import { takeTurn } from "./tabs";

/** Logs out by POST, with or without JavaScript. With it, the other tabs follow at once. */
export function LogOutForm({ children }: { children: ReactNode }) {
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // keepalive: whoever closes the tab at once is logged out all the same.
    const response = await takeTurn(() => sendKeepalive("/logout", { redirect: "manual" })).catch(() => null);
    navigateHard(response?.type === "opaqueredirect" ? "/" : "/logout");
  }
  return (
    <form method="post" action="/logout" onSubmit={onSubmit}>
      {children}
    </form>
  );
}
