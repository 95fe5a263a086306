/** Finds a browser for the tests, and installs one where there is none. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isRoot } from "./postgres-binaries.mjs";
import { Problem } from "./problem.mjs";
import { run } from "./processes.mjs";
import { step } from "./steps.mjs";
import { tryTool } from "./tools.mjs";

/** The headless shell first: the same Chromium without windows needs a third of the CPU time. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
];

/** Where systems install browsers that are not on the path. */
const places = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of a Chromium: the caller's, Playwright's own, the system's, or one installed now. */
export async function findBrowser() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished && !isProgram(wished)) throw new Problem(`CHROMIUM_PATH is ${wished}, and there is no program.`);
  return wished || (await installed()) || step("installed a browser", install);
}

async function installed() {
  return (await playwrightsOwn()) ?? onSystem();
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return isProgram(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** A whole Chromium, which unlike the shell stores `no-store` pages for Back; null where there is none. */
export async function findWholeBrowser() {
  return (await playwrightsOwn()) ?? onSystem(names.filter((name) => !name.includes("shell")));
}

function onSystem(wanted = names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const onPath = folders.flatMap((folder) =>
    wanted.flatMap((name) => endings.map((ending) => join(folder, name + ending))),
  );
  return [...onPath, ...places].find(isProgram) ?? null;
}

async function install() {
  const tried = [];
  for (const attempt of isRoot && existsSync("/usr/bin/apt-get") ? [fromDebian, fromPlaywright] : [fromPlaywright]) {
    const { code, output } = await attempt();
    const browser = code === 0 ? await installed() : null;
    if (browser) return browser;
    tried.push(output);
  }
  const advice = "install Chromium or Chrome (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one";
  throw new Problem(`There is no browser to test with, and none could be installed: ${advice}.`, tried.join("\n"));
}

async function fromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const update = await run("apt-get", ["update"], { env });
  return update.code === 0 ? run("apt-get", ["install", "-y", "chromium-headless-shell"], { env }) : update;
}

function fromPlaywright() {
  return tryTool("playwright", ["install", "chromium"]);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
