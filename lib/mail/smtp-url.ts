import { isLoopbackHost } from "@/lib/http/ip-address";

/**
 * Adds to a mail server's URL what the shop asks of every connection: timeouts, no access to files, and TLS, unless the
 * server is this machine or the URL says `requireTLS` or `ignoreTLS`. nodemailer ignores options beside a URL, so they
 * go into its query.
 */
export function withSmtpOptions(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const asked = url.searchParams;
  for (const [name, value] of Object.entries(options)) asked.set(name, String(value));
  const isDecided = asked.has("requireTLS") || asked.has("ignoreTLS");
  if (url.protocol === "smtp:" && !isDecided && !isLoopbackHost(url.hostname)) asked.set("requireTLS", "true");
  return url.href;
}

const TIMEOUT_MS = 5_000;

const options = {
  connectionTimeout: TIMEOUT_MS,
  greetingTimeout: TIMEOUT_MS,
  socketTimeout: TIMEOUT_MS,
  disableFileAccess: true,
  disableUrlAccess: true,
};
