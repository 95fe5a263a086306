/**
 * What must hold in the whole repository, one entry each. To add one: `says` it in a sentence, name the files it is about
 * (`where`), those that may (`but`), and what they must not contain (`never`; comments are not searched unless `comments`).
 */
const code = /^(app|components|lib)\/|^(proxy|instrumentation)\.ts$/;
const everywhere = /^(app|components|lib|e2e|bench|scripts|prisma)\/|^[^/]+\.(ts|js|mjs)$/;
const sessionTables =
  /^lib\/session\/((store|end|retired-tokens|login|merged-notice|sweeper|known-device|events\/(record|history)|encrypted\/store)\.ts|model\.test\.ts)$/;
const thisFile = /^scripts\/invariants\.mjs$/;

/** The rooms of lib/, each of which imports only from those before it. Inside a room, Biome's noImportCycles looks. */
const rooms =
  "log env demo shop db format input http rate-limit session postal users mail catalog cart checkout account actions sweeper".split(
    " ",
  );
const downwards = rooms.slice(0, -1).map((room, at) => ({
  says: `lib/${room} imports nothing from a room above it (${rooms.slice(at + 1).join(", ")}).`,
  where: new RegExp(String.raw`^lib/${room}(/|\.ts$)(?!.*\.test\.ts$)`),
  never: imports(`@/lib/(?:${rooms.slice(at + 1).join("|")})(?=["/])`),
}));

export const invariants = [
  {
    says: "Only lib/session/cookie.ts names the session cookie, and e2e/support/shopper.ts once more, to notice a change.",
    where: everywhere,
    but: [/^lib\/session\/cookie\.ts$/, /^e2e\/support\/shopper\.ts$/, thisFile],
    never: /__Host-(Http-)?session/g,
    comments: true,
  },
  {
    says: "Only lib/session/cookie.ts touches cookies.",
    where: code,
    but: [/^lib\/session\/cookie\.ts$/],
    never: /\bcookies\(\)/g,
  },
  // The query that finds a session brings the name of its owner and the count of the cart: one query per request.
  owns("session", [sessionTables]),
  owns("retiredToken", [sessionTables]),
  owns("sessionEvent", [sessionTables]),
  owns("cart", [/^lib\/cart\/(index|ordering)\.ts$/, /^lib\/session\/store\.ts$/]),
  owns("cartLine", [/^lib\/cart\/(index|ordering)\.ts$/, /^lib\/session\/store\.ts$/]),
  owns("user", [/^lib\/users\/index\.ts$/, sessionTables]),
  owns("mail", [/^lib\/mail\/outbox(-support)?\.ts$/]),
  owns("mailToken", [/^lib\/account\/mail-tokens\.ts$/]),
  owns("throttle", [/^lib\/rate-limit\/limiter\.ts$/]),
  // What a cart line costs and how many there are is read in the line's own statement, under its lock.
  owns("product", [/^lib\/(catalog|cart)\//]),
  owns("variant", [/^lib\/(catalog|cart)\//]),
  owns("glaze", [/^lib\/(catalog|cart)\//]),
  owns("searchWord", [/^lib\/catalog\/search\//]),
  owns("order", [/^lib\/checkout\/orders\.ts$/]),
  owns("orderLine", [/^lib\/checkout\/orders\.ts$/]),
  owns("orderGrant", [/^lib\/checkout\/orders\.ts$/, /^lib\/session\/retired-tokens\.ts$/]),
  owns("payment", [/^lib\/checkout\/payment\.ts$/]),
  owns("address", [/^lib\/postal\/addresses\.ts$/]),
  {
    says: "A card's number is read where it is checked and where it is charged, and nowhere else.",
    where: code,
    but: [
      /^lib\/(checkout\/(card|card\.test|payment|form)|input\/form-fields\.test)\.ts$/,
      /^app\/checkout\/_components\/payment-fields\.tsx$/,
    ],
    never: /\bcardNumber\b|\bsecurityCode\b/g,
  },
  {
    says: "A number that somebody sent is read by lib/input/decimal.ts: to JavaScript 0x1, 1e1 and a blank are numbers, too.",
    where: code,
    never: /\bz\.coerce\b|\bparse(Int|Float)\((?!digit, 16)/g,
  },
  {
    says: "Only lib/account/authjs.ts imports next-auth.",
    where: everywhere,
    but: [/^lib\/account\/authjs\.ts$/, thisFile],
    never: /["'](next-auth|@auth)\b/g,
  },
  {
    says: "Route handlers leave what is refused to lib/actions/run-handler.ts.",
    where: /^app\/.*\/route\.ts$/,
    never: /\binstanceof\b|\bcatch \(/g,
  },
  {
    says: "Only lib/env.ts reads process.env.",
    where: code,
    but: [/^lib\/env\.ts$/, /^instrumentation\.ts$/],
    never: /process\.env\b/g,
  },
  {
    says: "instrumentation.ts asks the environment only which runtime it is in.",
    where: /^instrumentation\.ts$/,
    never: /process\.env\b(?!\.NEXT_RUNTIME\b)/g,
  },
  {
    says: "Only components/session/navigation.ts leads to another page; return-when-ready.tsx opens its own again.",
    where: /^(app|components)\//,
    but: [/^components\/session\/navigation\.ts$/, /^components\/layout\/return-when-ready\.tsx$/],
    never: /\blocation\.(assign|replace)\(|\blocation(\.href)? = /g,
  },
  {
    says: "No clock below lib/session/index.ts: `now` is handed in.",
    where: /^lib\/session\/(policy|token|store)\.ts$/,
    never: /Date\.now\(\)|new Date\(\)|performance\.now\(\)/g,
  },
  {
    says: "Tests wait for what shoppers see, not for time or silence.",
    where: /^e2e\//,
    never: /waitForTimeout|networkidle|(?<![.\w])setTimeout\(|timers\/promises/g,
  },
  {
    says: "components/ui knows no shop nouns: it imports nothing from app, lib or the other components.",
    where: /^components\/ui\//,
    never: imports(String.raw`(?:@|\.\.(?:\/\.\.)*)\/(?:app|lib|components\/(?!ui\/))`),
  },
  {
    says: "components import nothing from app: what one route alone shows stands beside it, in _components.",
    where: /^components\//,
    never: imports(String.raw`(?:@|\.\.(?:\/\.\.)*)\/app\/`),
  },
  {
    says: "lib imports nothing from app or components.",
    where: /^lib\//,
    never: imports(String.raw`(?:@|\.\.(?:\/\.\.)*)\/(?:app|components)\b`),
  },
  {
    says: "lib/session stands on lib/db, lib/env, lib/log, lib/format and where requests come from (lib/http). Only unknown-tokens.ts and rotate.ts count tries.",
    where: /^lib\/session\//,
    but: [/^lib\/session\/(unknown-tokens|rotate)\.ts$/],
    never: imports(
      String.raw`(?:@\/lib|\.\.)\/(?!(?:db|env|log)"|(?:format|session)\b|http\/(?:client-ip|ip-address|safe-redirect)"|generated\/)`,
    ),
  },
  ...downwards,
  {
    says: "next/link is imported by components/ui only: its link decides what is prefetched.",
    where: code,
    but: [/^components\/ui\//],
    never: imports("next/link"),
  },
  {
    says: "No `any` by cast, no silenced compiler, nothing left to do.",
    where: everywhere,
    but: [thisFile],
    never: /\bas any\b|\bTODO\b|\bFIXME\b|@ts-ignore|@ts-expect-error|@ts-nocheck/g,
    comments: true,
  },
  {
    says: "A silenced lint rule has its reason.",
    where: everywhere,
    but: [thisFile],
    never: /biome-ignore(?:-\w+)? [^\s:]+(?::\s*(?:<explanation>|$)|\s|$)/gm,
    comments: true,
  },
  {
    says: "A file has at most 250 lines.",
    where: /^(app|components|lib|scripts)\//,
    never: /^(?:.*\n){250}.+/g,
    comments: true,
  },
  {
    says: "Dependencies are pinned exactly.",
    where: /^package\.json$/,
    never: /(?<=ependencies": \{[^}]*)"[^"]+": "[^"\d][^"]*"/g,
  },
];

/** Only `owners` query a Prisma model, be it through the client or in SQL; tests look at rows. */
function owns(model, owners) {
  const table = model[0].toUpperCase() + model.slice(1);
  const verbs = "find|create|update|upsert|delete|count|aggregate|groupBy";
  return {
    says: `Only ${owners.map((owner) => owner.source.replace(/[\\^$]/g, "")).join(" and ")} query ${table} rows.`,
    where: code,
    but: [...owners, /\.test\.ts$/],
    never: new RegExp(
      String.raw`\b(?:db|prisma|tx)(?:\(\))?\.${model}\b|\.${model}\s*\.(?:${verbs})\w*\(|\b(?:FROM|JOIN|INTO|UPDATE|USING)\s+"${table}"`,
      "g",
    ),
  };
}

/** An import of a path that matches `path`, static or dynamic; `types: false` lets type imports be. */
function imports(path, { types = true } = {}) {
  const from = types ? String.raw`\bfrom ` : String.raw`\b(?:import|export) (?!type\b)[^;]*?\bfrom `;
  return new RegExp(`(?:${from}|\\bimport |\\bimport\\()"${path}`, "g");
}
