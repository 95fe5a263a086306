import { z } from "zod";

// This is the only file that reads process.env.

const schema = z.object({
  /** PostgreSQL, 15 or newer. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Auth.js seals its short-lived cookies with it. `openssl rand -base64 33` makes one. */
  AUTH_SECRET: z.string().min(32),
  /** The shop's public origin: what forms must come from and what mails link to. */
  SHOP_URL: z.url().default("http://localhost:3000"),
  /** "1" shows the demo's people on the login page. Never on a real shop. */
  DEMO: z.enum(["0", "1"]).default("0"),
  DEMO_PASSWORD: z.string().optional(),
});

type Env = z.infer<typeof schema>;
let parsed: Env | undefined;

/** The settings, checked at first use: a build needs none of them. Throws one sentence that names what is missing. */
export function env(): Env {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success) throw new Error(`Environment: ${z.prettifyError(result.error)}`);
    parsed = result.data;
  }
  return parsed;
}

export const isProduction = process.env.NODE_ENV === "production";
