import { z } from "zod";

// This is the only file that reads process.env.

export const isProduction = process.env.NODE_ENV === "production";

/** "kid:key,kid:key": each key 32 random bytes in base64url; the first one seals, all of them open. */
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
  /** Auth.js seals its short-lived cookies with it. `openssl rand -base64 33` makes one. */
  AUTH_SECRET: z.string().min(32),
  /** Seals what sessions remember beside login and cart: `npm run keys:rotate` makes and replaces keys. */
  SESSION_KEYS: keyRingSchema,
  /** The shop's public origin: what forms must come from and what mails link to. */
  SHOP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies stand before the shop, each of which appends to X-Forwarded-For. */
  TRUSTED_PROXIES: z.string().regex(/^\d$/, "must be a digit").transform(Number).default(0),
  /** "1" shows the demo's people on the login page. Never on a real shop. */
  DEMO: z.enum(["0", "1"]).default("0"),
  DEMO_PASSWORD: z.string().optional(),
  /** The mail server, with user and password if it wants them. Unset: mails go to MAIL_FOLDER. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mails are from. */
  MAIL_FROM: z.string().optional(),
  /** The demo's mailbox, where mails go without SMTP_URL. */
  MAIL_FOLDER: z.string().default(".data/mail"),
  /** How many carts one network may start in ten minutes, and how many logins it may have in fifteen. */
  GUESTS_PER_NETWORK: count.default(40),
  LOGINS_PER_NETWORK: count.default(300),
});

/** What a demo on this machine may leave out, and nobody else: mails with it would lead nowhere. */
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

/** The settings, checked at first use: a build needs none of them. Throws one sentence that names what is missing. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** Ends the process, with that sentence, where a setting is missing: Next would go on and answer 500 to everything. */
export function requireEnv(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

export function readEnv(given: Record<string, string | undefined>): Env {
  // To whoever runs the shop, zod speaks for itself.
  const result = checked.safeParse(given, { error: z.locales.en().localeError });
  if (!result.success) throw new Error(`Environment: ${z.prettifyError(result.error)}`);
  return result.data;
}

/**
 * The shop's origin as far as the build knows it: only where SHOP_URL was set for `npm run build` can static pages name
 * themselves in full (decision 0023). Undefined otherwise.
 */
export const builtForUrl =
  process.env.SHOP_URL && URL.canParse(process.env.SHOP_URL) ? process.env.SHOP_URL : undefined;
