/** All faults of the shop by name, and the specs that should notice them. */
import { readFileSync } from "node:fs";
import { filesBelow } from "../fingerprint.mjs";
import { inRoot } from "../paths.mjs";
import { faultsOf } from "./operators.mjs";

/** Which specs notice a fault in which files; the first pattern that fits counts. `unit` names tests beside the code. */
const suites = [
  [/^lib\/session\/policy\.ts$/, { unit: "lib/session", specs: ["session-timeouts", "session-replay", "confirm"] }],
  [/^lib\/session\/token\.ts$/, { unit: "lib/session/token", specs: ["session-creation", "guest-token"] }],
  [/^lib\/session\/cookie\.ts$/, { specs: ["session-cookie", "session-creation", "logout"] }],
  [
    /^lib\/session\/(store|retired-tokens)\.ts$/,
    {
      unit: "lib/session/model",
      specs: ["session-replay", "session-timeouts", "session-ends", "guest-token", "glass-box"],
    },
  ],
  [/^lib\/session\/rotate\.ts$/, { specs: ["guest-token", "confirm", "stolen-cookie", "glass-box"] }],
  [
    /^lib\/session\/login\.ts$/,
    {
      unit: "lib/session/model",
      specs: ["session-creation", "session-replay", "session-ends", "races", "account-sessions"],
    },
  ],
  [
    /^lib\/session\/end\.ts$/,
    {
      unit: "lib/session/model",
      specs: ["session-ends", "logout", "session-replay", "account-sessions", "admin-sessions"],
    },
  ],
  [
    /^lib\/session\/(current|known-device|unknown-tokens|identify-client)\.ts$/,
    { specs: ["stolen-cookie", "known-browser", "throttle", "session-replay"] },
  ],
  [
    /^lib\/session\/index\.ts$/,
    { specs: ["session-timeouts", "session-creation", "session-replay", "logout", "doors", "confirm"] },
  ],
  [/^lib\/session\/events\//, { specs: ["account-sessions", "admin-sessions", "stolen-cookie"] }],
  [
    /^lib\/session\/encrypted\//,
    { unit: "lib/session/encrypted", specs: ["at-rest", "session-timeouts", "checkout", "confirm"] },
  ],
  [/^lib\/session\/sweeper\.ts$/, { specs: ["sweeper"] }],
  [/^lib\/account\/(login|authjs)\.ts$/, { specs: ["login", "login-link", "throttle", "races"] }],
  [
    /^lib\/account\//,
    { specs: ["reset-password", "verify-email", "email-change", "account-security", "login-link", "first-proof"] },
  ],
  [/^lib\/cart\//, { unit: "lib/cart", specs: ["cart", "cart-changes", "cart-survives", "order-races"] }],
  [/^lib\/checkout\//, { unit: "lib/checkout", specs: ["checkout", "payment", "orders", "order-races"] }],
  [
    /^lib\/rate-limit\//,
    { unit: "lib/rate-limit", specs: ["throttle", "throttle-network", "throttle-starts", "known-browser"] },
  ],
  [
    /^lib\/(http|actions)\//,
    { unit: "lib/http", specs: ["client-address", "tampering", "odd-requests", "static-storefront"] },
  ],
  [/^lib\/users\//, { unit: "lib/users", specs: ["login", "register", "races", "account-security"] }],
  [/^proxy\.ts$/, { specs: ["tampering", "static-storefront", "unavailable", "odd-requests"] }],
  [/^(app|lib\/session)\//, { specs: ["doors", "every-action", "admin-sessions", "account-security"] }],
];

const sources = [
  "lib/session",
  "lib/account",
  "lib/cart",
  "lib/checkout",
  "lib/rate-limit",
  "lib/http",
  "lib/users",
  "proxy.ts",
  "app",
];
const leftOut =
  /\.test\.ts$|\.css$|messages\.ts$|event-explanations\.ts$|common-passwords\.ts$|\.(png|ico|svg|woff2)$|inspector\//;

/** Every fault, in the order of the files: its id is a number, its name says where and what. */
export function listFaults() {
  const files = filesBelow(sources).filter((file) => /\.tsx?$/.test(file) && !leftOut.test(file));
  const faults = files.flatMap((file) => {
    const suite = suites.find(([pattern]) => pattern.test(file))?.[1];
    const code = readFileSync(inRoot(file), "utf8");
    return faultsOf(file, code, { isPure: suite.unit !== undefined }).map((fault) => ({ file, suite, ...fault }));
  });
  const seen = new Map();
  return faults.map((fault, index) => {
    const text = `${fault.file} · ${fault.operator} · ${fault.before}${fault.after ? ` → ${fault.after}` : ""}`;
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { ...fault, id: String(index + 1), name: times > 1 ? `${text} (${times})` : text };
  });
}
