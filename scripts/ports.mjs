/** Finds free ports, and waits until something listens. */
import http from "node:http";
import https from "node:https";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { loopback } from "./hosts.mjs";
import { Problem } from "./problem.mjs";

/** A port that nothing listens on, for this machine only. */
export function freePort() {
  return listenOnce(0, loopback);
}

/** Fails with one sentence when something else serves on `port` of `host`, or where browsers look for localhost first. */
export async function requireFreePort(port, host) {
  await listenOnce(port, host).catch(({ code }) => {
    if (code === "EACCES") throw new Problem(`Port ${port} needs more rights: choose another with --port.`);
    if (code !== "EADDRINUSE") throw new Problem(`This machine has no address ${host}: choose another with --host.`);
    throw taken(port);
  });
  if (host !== loopback) return;
  await listenOnce(port, "::1").catch(({ code }) => {
    if (code === "EADDRINUSE") throw taken(port);
  });
}

function taken(port) {
  return new Problem(`Port ${port} is taken by another program: stop that, or choose another with --port.`);
}

/** Waits until `url` answers anything at all; false when `gaveUp()` says to wait no longer. */
export async function answers(url, gaveUp) {
  while (!gaveUp()) {
    if (await answersNow(url)) return true;
    await sleep(50);
  }
  return false;
}

/** Accepts any certificate, since a local one is signed by nobody. */
function answersNow(url) {
  return new Promise((resolve) => {
    const { get } = url.startsWith("https:") ? https : http;
    get(url, { rejectUnauthorized: false, agent: false }, (response) => resolve(Boolean(response.resume()))).once(
      "error",
      () => resolve(false),
    );
  });
}

function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const { port: chosen } = server.address();
      server.close(() => resolve(chosen));
    });
  });
}
