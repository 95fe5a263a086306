/** Keeps who runs in this clone and what it started, so that two do not run at once and a killed one is tidied up. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { atEnd } from "./lifetime.mjs";
import { inData } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { identify, stopAll, stopStrays, watchChildren } from "./processes.mjs";

/** Claims `.data/<name>.json` for this process, after tidying up behind an owner that is dead. */
export async function claim(name, facts = {}) {
  const owner = liveOwner(name);
  if (owner) throw new Problem(`${owner.says} (process ${owner.pid}): stop it first.`);

  const { children = [], folders = [] } = read(name) ?? {};
  await stopStrays(children.reverse());
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });

  const path = inData(`${name}.json`);
  const record = { pid: process.pid, identity: identify(process.pid), folders: [], ...facts };
  const write = () => writeFileSync(path, JSON.stringify(record, null, 2), { mode: 0o600 });
  watchChildren((running) => {
    record.children = running;
    write();
  });
  atEnd(async () => {
    await stopAll();
    watchChildren(() => {});
    for (const folder of record.folders) rmSync(folder, { recursive: true, force: true });
    rmSync(path, { force: true });
  });
  return {
    /** Deletes this folder at the end, or at the next start if this process is killed. */
    deletesLater(folder) {
      record.folders.push(folder);
      write();
    },
  };
}

/** The record of another live process, or null. */
export function liveOwner(name) {
  const record = read(name);
  const alive = record?.identity && record.pid !== process.pid && identify(record.pid) === record.identity;
  return alive ? record : null;
}

function read(name) {
  try {
    return JSON.parse(readFileSync(inData(`${name}.json`), "utf8"));
  } catch {
    return null;
  }
}
