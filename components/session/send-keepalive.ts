"use client";

/** Posts what is to arrive although the page is left before the answer. A browser that refuses to promise it just posts. */
export function sendKeepalive(url: string, request: RequestInit): Promise<Response> {
  const post = { method: "POST", ...request };
  try {
    return fetch(url, { ...post, keepalive: true });
  } catch {
    return fetch(url, post);
  }
}
