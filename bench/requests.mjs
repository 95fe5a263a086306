/** Sends requests to a server and reads from /proc what they cost it. */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { Problem } from "../scripts/problem.mjs";

const ROUNDS = 7;
const REQUESTS = 600;
const AT_ONCE = 4;
const TICK_MS = 10; // user and system time in /proc come in hundredths of a second

/** Milliseconds of CPU per request by name; the targets take turns, so that a busy moment hits all alike. */
export async function measure(pid, targets) {
  const rounds = new Map(targets.map(({ name }) => [name, []]));
  for (const target of targets) await send(target, REQUESTS);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const target of targets) {
      const before = cpuMilliseconds(pid);
      await send(target, REQUESTS);
      rounds.get(target.name).push((cpuMilliseconds(pid) - before) / REQUESTS);
    }
  }
  return Object.fromEntries([...rounds].map(([name, costs]) => [name, median(costs)]));
}

/** A live guest's session, made by hand; answers with the cookie that opens it. */
export async function guestCookie(databaseUrl, shop) {
  const { default: pg } = await import("pg");
  const token = randomBytes(32).toString("base64url");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const insert = `INSERT INTO "Session" (id, "tokenHash", device) VALUES (gen_random_uuid(), $1, 'Bench')`;
  await client.query(insert, [createHash("sha256").update(token).digest()]);
  await client.end();
  const name = readFileSync(join(shop, "lib/session/cookie.ts"), "utf8").match(/sessionCookieName = "([^"]+)"/)?.[1];
  if (!name)
    throw new Problem("lib/session/cookie.ts no longer says sessionCookieName: the bench reads the name there.");
  return `${name}=${token}`;
}

async function send(target, count) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let left = count;
  const lane = async () => {
    while (left-- > 0) await get(target, agent);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  agent.destroy();
}

function get({ name, url, headers }, agent) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { "accept-encoding": "identity", ...headers } }, (response) => {
      const { statusCode } = response;
      if (statusCode >= 300) reject(new Problem(`The ${name} answered ${statusCode}, so it cannot be measured.`));
      response.resume().once("end", resolve);
    });
    request.once("error", reject);
  });
}

/** User and system time of a process group so far. */
function cpuMilliseconds(group) {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const ticks = pids.map((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ");
      return Number(fields[2]) === group ? Number(fields[11]) + Number(fields[12]) : 0;
    } catch {
      return 0; // it has just ended
    }
  });
  return ticks.reduce((sum, one) => sum + one, 0) * TICK_MS;
}

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
