import { z } from "zod";

// This is the only file that reads process.env.

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

const schema = z.object({
  /** PostgreSQL, 15 or newer. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Auth.js seals its short-lived cookies with it. `openssl rand -base64 33` makes one. */
  AUTH_SECRET: z.string().min(32),
  /** Seals what sessions remember beside login and cart: `npm run keys:rotate` makes and replaces keys. */
  SESSION_KEYS: keyRingSchema,
  /** The shop's public origin: what forms must come from and what mails link to. */
  SHOP_URL: z.url().default("http://localhost:3000"),
  /** How many proxies stand before the shop, each of which appends to X-Forwarded-For. */
  TRUSTED_PROXIES: z.string().regex(/^\d$/, "must be a digit").transform(Number).default(0),
  /** "1" shows the demo's people on the login page. Never on a real shop. */
  DEMO: z.enum(["0", "1"]).default("0"),
  DEMO_PASSWORD: z.string().optional(),
  /** The mail server, with user and password if it wants them. Unset: mails go to MAIL_FOLDER. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mails are from. */
  MAIL_FROM: z.string().default("The Cookie Jar <shop@localhost>"),
  /** The demo's mailbox, where mails go without SMTP_URL. */
  MAIL_FOLDER: z.string().default(".data/mail"),
});

type Env = z.infer<typeof schema>;
let parsed: Env | undefined;

/** The settings, checked at first use: a build needs none of them. Throws one sentence that names what is missing. */
export function env(): Env {
  if (!parsed) {
    // To whoever runs the shop, zod speaks for itself.
    const result = schema.safeParse(process.env, { error: z.locales.en().localeError });
    if (!result.success) throw new Error(`Environment: ${z.prettifyError(result.error)}`);
    parsed = result.data;
  }
  return parsed;
}

/**
 * The shop's origin as far as the build knows it: only where SHOP_URL was set for `npm run build` can static pages name
 * themselves in full (decision 0023). Undefined otherwise.
 */
export const builtForUrl =
  process.env.SHOP_URL && URL.canParse(process.env.SHOP_URL) ? process.env.SHOP_URL : undefined;

export const isProduction = process.env.NODE_ENV === "production";
