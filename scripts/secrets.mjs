/** Makes this clone's secrets once, adds what is new since, and keeps them in .data/secrets.json, for its owner only. */
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { makeSessionKey } from "./key-ring.mjs";
import { inData } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const words =
  "amber basin beaker bisque bottle brush butter candle carafe cellar cinder clay cobalt copper crackle cream dipper ember fern flint fossil garnet ginger harbor hazel heather honey indigo jasper kettle kiln ladle lantern lemon linen maple marble meadow mortar nutmeg olive orchard oyster paddle pebble pepper pitcher plaster pollen quartz raisin rattan saffron sesame slate spindle spruce tallow thistle timber turnip velvet walnut willow";

export function secrets() {
  const path = inData("secrets.json");
  const kept = existsSync(path) ? parse(path) : {};
  const made = { ...makeSecrets(), ...kept };
  if (Object.keys(made).length === Object.keys(kept).length) return made;
  keepSecrets(made);
  return made;
}

/** Replaces the stored secrets, all or none. */
export function keepSecrets(made) {
  const path = inData("secrets.json");
  writeFileSync(`${path}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** New secrets that are not stored. */
export function makeSecrets() {
  return {
    databasePassword: randomBytes(24).toString("hex"),
    authSecret: randomBytes(32).toString("base64url"),
    sessionKeys: makeSessionKey(),
    actionsKey: randomBytes(32).toString("base64"),
    demoPassword: memorable(),
  };
}

function parse(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new Problem(".data/secrets.json cannot be read: delete it, new secrets are made at the next start.");
  }
}

function memorable() {
  const list = words.split(" ");
  const word = () => list[randomInt(list.length)];
  return `${word()}-${word()}-${word()}-${randomInt(1000, 10000)}`;
}
