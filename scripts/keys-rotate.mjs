/** `npm run keys:rotate`: puts a new key in front of the ring that seals what sessions remember. */
import "./require-node.mjs";
import { rotateRing } from "./key-ring.mjs";
import { lifetime } from "./lifetime.mjs";
import { keepSecrets, secrets } from "./secrets.mjs";
import { loadEnvFiles } from "./shop-environment.mjs";

lifetime(async () => {
  loadEnvFiles();
  const given = process.env.SESSION_KEYS;
  const kept = given ? null : secrets();
  const { ring, dropped } = rotateRing(given ?? kept.sessionKeys);
  const [first, ...others] = ring.split(",");
  if (kept) {
    keepSecrets({ ...kept, sessionKeys: ring });
    console.log(`New key ${first.split(":")[0]} in .data/secrets.json. It seals from the next npm start on.`);
  } else {
    console.log("Nothing was changed: SESSION_KEYS comes from the environment. It is secret, and so is what follows.");
    if (others.length > 0) {
      console.log("First let every instance open what the new key will seal, and restart them all:\n");
      console.log(`SESSION_KEYS=${[...others, first].join(",")}\n`);
      console.log("Then let it seal, and restart them again:\n");
    }
    console.log(`SESSION_KEYS=${ring}\n`);
  }
  if (dropped.length > 0) console.log(`Dropped, since nothing they sealed can still be in use: ${dropped.join(", ")}.`);
});
