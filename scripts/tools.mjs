/** Runs the project's command-line tools, each as a Node.js script, so that it works alike on all systems. */
import { inRoot } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { launch, run } from "./processes.mjs";

const entries = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  next: "node_modules/next/dist/bin/next",
  playwright: "node_modules/@playwright/test/cli.js",
  prisma: "node_modules/prisma/build/index.js",
  tsc: "node_modules/typescript/bin/tsc",
};

/** Without NODE_ENV, which Next sets itself, and without Next's and Prisma's telemetry. */
export function toolEnv(env = {}) {
  const { NODE_ENV, ...inherited } = process.env;
  return {
    ...inherited,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...env,
  };
}

export function launchTool(name, args, { env, ...options } = {}) {
  return launch(process.execPath, [inRoot(entries[name]), ...args], { env: toolEnv(env), ...options });
}

/** Runs a tool quietly and answers with its exit code and output. */
export function tryTool(name, args, env) {
  return run(process.execPath, [inRoot(entries[name]), ...args], { env: toolEnv(env) });
}

/** Runs a tool quietly; if it fails, `sentence` says so above the end of its output. */
export async function runTool(name, args, sentence, env) {
  const { code, output } = await tryTool(name, args, env);
  if (code !== 0) throw new Problem(sentence, output);
}

/** Runs a TypeScript file of ours. */
export async function runTypeScript(file, sentence, env) {
  const { code, output } = await run(process.execPath, ["--import", "tsx", inRoot(file)], { env: toolEnv(env) });
  if (code !== 0) throw new Problem(sentence, output);
  return output;
}
