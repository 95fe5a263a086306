import { z } from "zod";

export const isProduction = process.env.NODE_ENV === "production";

/** "kid:key,kid:key": each key 32 random bytes in base64url. The first one encrypts, all of them decrypt. */
const keyRingSchema = z
  .string()
  .regex(/^[\w-]+:[\w-]{43}(,[\w-]+:[\w-]{43})*$/, "must be kid:key pairs, each key 32 bytes in base64url")
  .transform((ring) =>
    ring.split(",").map((pair) => {
      const [kid = "", key = ""] = pair.split(":");
      return { kid, key: new Uint8Array(Buffer.from(key, "base64url")) };
    }),
  );

const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be a number from 1")
  .transform(Number);

const schema = z.object({
  NODE_ENV: z.string().optional(),
  /** PostgreSQL, 15 or newer. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The secret of Auth.js, of counters' keys and of guests' next tokens. `openssl rand -base64 33` makes one. */
  AUTH_SECRET: z.string().min(32),
  /** Encrypts what sessions and queued mails hold. `npm run keys:rotate` makes and replaces keys. */
  SESSION_KEYS: keyRingSchema,
  /** The shop's public origin: forms must come from it, mails link to it. */
  SHOP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies stand before the shop; each appends to X-Forwarded-For. */
  TRUSTED_PROXIES: z.string().regex(/^\d$/, "must be a digit").transform(Number).default(0),
  /** "1" for the demo: its accounts are shown on the login page. Never on a real shop. */
  DEMO: z.enum(["0", "1"]).default("0"),
  DEMO_PASSWORD: z.string().optional(),
  /** The mail server, with user and password if needed. Unset: mails go to MAIL_FOLDER. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender of mails. */
  MAIL_FROM: z.string().optional(),
  /** The demo's mailbox, where mails go without SMTP_URL. */
  MAIL_FOLDER: z.string().default(".data/mail"),
  /** How many guests' sessions one network may start in ten minutes, and how often it may log in in fifteen. */
  GUESTS_PER_NETWORK: count.default(40),
  LOGINS_PER_NETWORK: count.default(300),
});

/** Defaults that are only right on this machine: elsewhere links in mails would lead nowhere. */
const localOnly = { SHOP_URL: "http://localhost:3000", MAIL_FROM: "The Cookie Jar <shop@localhost>" };

const mustBeSet = 'must be set on a real shop, which is one without DEMO="1"';

const checked = schema
  .superRefine(({ NODE_ENV, DEMO, SHOP_URL, SMTP_URL, MAIL_FROM }, context) => {
    if (NODE_ENV !== "production" || DEMO === "1") return;
    const require = (name: keyof typeof localOnly) =>
      context.addIssue({ code: "custom", path: [name], message: mustBeSet });
    if (!SHOP_URL) require("SHOP_URL");
    if (SMTP_URL && !MAIL_FROM) require("MAIL_FROM");
  })
  .transform(({ SHOP_URL = localOnly.SHOP_URL, MAIL_FROM = localOnly.MAIL_FROM, ...given }) => ({
    ...given,
    SHOP_URL,
    MAIL_FROM,
  }));

type Env = z.infer<typeof checked>;
let parsed: Env | undefined;

/** Returns the settings, checked at the first call, since a build needs none of them. Throws an Error that names what is missing. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** Ends the process with that message when a setting is missing; Next would go on and answer 500 to everything. */
export function requireEnv(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

export function readEnv(given: Record<string, string | undefined>): Env {
  // For operators zod's own messages are right, not those of lib/input/own-words.ts.
  const result = checked.safeParse(given, { error: z.locales.en().localeError });
  if (!result.success) throw new Error(`Environment: ${z.prettifyError(result.error)}`);
  return result.data;
}

/**
 * The shop's origin if SHOP_URL was set for `npm run build`: only then static pages have absolute addresses of themselves
 * (decision 0023). Otherwise undefined.
 */
export const builtForUrl =
  process.env.SHOP_URL && URL.canParse(process.env.SHOP_URL) ? process.env.SHOP_URL : undefined;
