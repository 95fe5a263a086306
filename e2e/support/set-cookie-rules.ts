import { type BrowserContext, expect, type Response } from "@playwright/test";

const TOKEN = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/;

/** Looks at every Set-Cookie and every URL of a browser: ASVS 3.3.1 to 3.3.5 and 14.2.1, in every test of the suite. */
export function watchResponses(context: BrowserContext): () => Promise<void> {
  const problems: string[] = [];
  const pending: Promise<void>[] = [];
  context.on("response", (response) => pending.push(inspect(response, problems).catch(() => {})));
  context.on("request", (request) => {
    if (TOKEN.test(new URL(request.url()).search)) problems.push(`A token in a URL: ${request.url()}`);
  });
  return async () => {
    await Promise.all(pending);
    expect(problems, "cookies and URLs of the whole test").toEqual([]);
  };
}

async function inspect(response: Response, problems: string[]) {
  for (const { name, value } of await response.headersArray()) {
    if (name.toLowerCase() === "set-cookie") problems.push(...judge(value).map((what) => `${what}: ${value}`));
  }
}

function judge(header: string): string[] {
  const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
  const has = (name: string) => attributes.some((attribute) => attribute.toLowerCase() === name.toLowerCase());
  return [
    !pair.startsWith("__Host-") && "No __Host- prefix",
    !has("Secure") && "Not Secure",
    !has("HttpOnly") && "Not HttpOnly",
    !has("SameSite=Lax") && "Not SameSite=Lax",
    !has("Path=/") && "Another path",
    attributes.some((attribute) => /^domain=/i.test(attribute)) && "A Domain",
    header.length > 4096 && "Longer than 4096 bytes",
  ].filter((problem) => problem !== false);
}
