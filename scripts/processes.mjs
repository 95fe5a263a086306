/** Starts child processes, knows them again later, and stops each with everything that it started. */
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./paths.mjs";

const posix = process.platform !== "win32";
const running = new Set();
let onChange = () => {};

/** Calls `listener` with the children that run, now and whenever that changes. */
export function watchChildren(listener) {
  onChange = () => listener([...running].map(({ pid }) => ({ pid, identity: identify(pid) })));
  onChange();
}

/**
 * Starts a process that stays. It gets a process group of its own, so that Ctrl-C in the terminal reaches only us and
 * we decide in which order things stop.
 */
export function launch(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, detached: posix, stdio: ["ignore", "pipe", "pipe"], ...options });
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: -1, error }));
    child.once("close", (code, signal) => resolve({ code: code ?? -1, signal }));
  });
  if (child.pid) {
    running.add(child);
    onChange();
    child.once("exit", () => {
      running.delete(child);
      onChange();
    });
  }
  return child;
}

/** Runs a process to its end, quietly. */
export async function run(command, args, options = {}) {
  const child = launch(command, args, options);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const { code, error } = await child.ended;
  return { code, output: error ? error.message : output };
}

/** Asks a child and its group to end, insists after `patience` milliseconds, and resolves when it is gone. */
export async function stop(child, signal = "SIGTERM", patience = 8000) {
  if (!running.has(child)) return;
  kill(child.pid, signal);
  const insist = setTimeout(() => kill(child.pid, "SIGKILL"), patience);
  await child.ended;
  clearTimeout(insist);
}

export async function stopAll() {
  await Promise.all([...running].map((child) => stop(child)));
}

/** Stops processes that an earlier run left behind, unless another process has got their number since. */
export async function stopStrays(strays) {
  const ours = () => strays.filter(({ pid, identity }) => identity && identify(pid) === identity);
  for (const [signal, patience] of [
    ["SIGTERM", 8000],
    ["SIGKILL", 2000],
  ]) {
    for (const { pid } of ours()) kill(pid, signal);
    for (let waited = 0; waited < patience && ours().length > 0; waited += 50) await sleep(50);
  }
}

/** What tells a process from a later one with the same number: when it began. Null when there is none. */
export function identify(pid) {
  try {
    if (process.platform === "linux") {
      const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return state === "Z" ? null : `${boot}:${fields[18]}`;
    }
    if (posix) return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    process.kill(pid, 0);
    return "alive";
  } catch {
    return null;
  }
}

function kill(pid, signal) {
  try {
    process.kill(posix ? -pid : pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
