/** Compares what the shop takes to answer for an address with an account and for one without (ASVS 6.3.8). */
import pg from "pg";
import { hiddenFields } from "../scripts/hidden-fields.mjs";
import { Problem } from "../scripts/problem.mjs";
import { median } from "./requests.mjs";

const PAIRS = 40;
const known = "bench@example.com";
const stranger = "nobody@example.com";
const password = "not a common password";

/** Milliseconds until an answer is there, medians of known and of unknown addresses, for each form that could tell. */
export async function measureAnswers(origin, databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await post(await formOf(origin, "/register", "password"), { name: "Bench", email: known, password });
  const logIn = await formOf(origin, "/login", "password");
  const forgot = await formOf(origin, "/forgot-password", "email");
  const forms = {
    "a wrong password": (email) => post(logIn, { email, password: "wrong" }),
    "a link to log in": (email) => post(logIn, { email, intent: "link" }),
    "a new password": (email) => post(forgot, { email }),
  };
  const measured = {};
  for (const [name, send] of Object.entries(forms)) measured[name] = await compare(send, client);
  await client.end();
  return measured;
}

/** The two take turns, and turns in going first, so that a busy moment hits both alike; nobody is told to wait. */
async function compare(send, client) {
  const times = { known: [], unknown: [] };
  const emails = { known, unknown: stranger };
  for (let pair = 0; pair < PAIRS; pair += 1) {
    await client.query('DELETE FROM "Throttle"');
    for (const which of pair % 2 ? ["known", "unknown"] : ["unknown", "known"]) {
      const began = performance.now();
      await send(emails[which]);
      times[which].push(performance.now() - began);
    }
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

/** A page's form with this button, as a browser without JavaScript posts it. */
async function formOf(origin, path, button) {
  const page = await (await fetch(origin + path)).text();
  return { origin, path, hidden: hiddenFields(page, button) };
}

async function post({ origin, path, hidden }, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...hidden, ...fields })) body.set(name, value);
  const answer = await fetch(origin + path, { method: "POST", body, redirect: "manual", headers: { origin } });
  await answer.text();
  if (answer.status >= 400) throw new Problem(`${path} answered ${answer.status}, so it cannot be measured.`);
}
