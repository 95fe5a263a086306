import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isProduction } from "@/lib/env";

const ACTION_ID = /^[\da-f]{42}$/;

let known: Set<string> | undefined;

/**
 * Whether a form sent without script calls an action that this build does not have, because the page is older than the
 * build; Next would answer with an empty 409. The action's id is in the name or in the value of a hidden field.
 */
export function callsUnknownAction(form: FormData): boolean {
  if (!isProduction) return false;
  known ??= readKnown();
  return idsIn(form).some((id) => ACTION_ID.test(id) && !known?.has(id));
}

function idsIn(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => {
    const [, id] = name.match(/^\$ACTION_ID_(.*)/) ?? [];
    const [, bound] = (/^\$ACTION_\d+:0$/.test(name) && String(value).match(/"id":"([^"]*)"/)) || [];
    return [id, bound].filter((found) => found !== undefined);
  });
}

function readKnown(): Set<string> {
  const manifest = readFileSync(join(process.cwd(), ".next/server/server-reference-manifest.json"), "utf8");
  const { node, edge }: Record<"node" | "edge", Record<string, unknown>> = JSON.parse(manifest);
  return new Set([...Object.keys(node), ...Object.keys(edge)]);
}
