import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { readToken } from "./cookie";
import { type Found, find } from "./store";
import { hashToken } from "./token";

// This is the only file that looks up the request's cookie. It extends nothing: the door decides what counts as activity.

/** What the request's cookie stands for: asked once while rendering, however many components ask. */
export const look = cache(async (): Promise<Found> => {
  const token = await readToken();
  if (!token) return { state: "none" };
  // After an action has set a cookie, Next renders the page with it in the same request: the browser has not got it yet.
  const isFromBrowser = (await headers()).get("cookie")?.includes(token) ?? false;
  return find(hashToken(token), { isFromBrowser });
});
