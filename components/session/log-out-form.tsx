"use client";

import type { FormEvent, ReactNode } from "react";
import { leaveFor } from "./leave";
import { takeTurn } from "./tabs";

/** Logs out by POST, with or without JavaScript; with it, every other tab follows at once. */
export function LogOutForm({ children }: { children: ReactNode }) {
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const response = await takeTurn(() => fetch("/logout", { method: "POST", redirect: "manual" })).catch(() => null);
    leaveFor(response?.type === "opaqueredirect" ? "/" : "/logout");
  }
  return (
    <form method="post" action="/logout" onSubmit={onSubmit}>
      {children}
    </form>
  );
}
