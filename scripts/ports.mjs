/** Finds free ports, and waits until something listens. */
import http from "node:http";
import https from "node:https";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./problem.mjs";

/** A port that nothing listens on, for this machine only. */
export function freePort() {
  return listenOnce(0, "127.0.0.1");
}

/** Fails with one sentence when something else serves on `port`. */
export async function requireFreePort(port) {
  await listenOnce(port).catch(({ code }) => {
    if (code === "EACCES") throw new Problem(`Port ${port} needs more rights: choose another with --port.`);
    throw new Problem(`Port ${port} is taken by another program: stop that, or choose another with --port.`);
  });
}

/** Waits until `url` answers anything at all; false when `gaveUp()` says to wait no longer. */
export async function answers(url, gaveUp) {
  while (!gaveUp()) {
    if (await answersNow(url)) return true;
    await sleep(50);
  }
  return false;
}

/** A local certificate is nobody's word, so it is not asked for. */
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
