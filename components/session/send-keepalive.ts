"use client";

/** Sends a POST that arrives even if the page is left before the answer. A browser that refuses `keepalive` sends it without. */
export function sendKeepalive(url: string, request: RequestInit): Promise<Response> {
  const post = { method: "POST", ...request };
  try {
    return fetch(url, { ...post, keepalive: true });
  } catch {
    return fetch(url, post);
  }
}
