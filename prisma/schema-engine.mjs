#!/usr/bin/env node
/**
 * Prisma's schema engine without its native download: the same engine as WebAssembly (npm), behind the
 * JSON-RPC over stdin/stdout that the Prisma CLI speaks. prisma.config.ts points PRISMA_SCHEMA_ENGINE_BINARY here.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" } },
});
// `cli can-connect-to-database` and its like: the first real request reports a bad connection better.
if (positionals[0] === "cli") process.exit(0);

await loadWasm();
// Connects at once, so its failure must be an answer too: a CLI without an answer ends in silence and exit code 0.
const connecting = bindings.SchemaEngine.new(
  { datamodels: values.datamodels?.map((file) => [file, readFileSync(file, "utf8")]) },
  () => {},
  adapterFactory(values.datasource ? JSON.parse(values.datasource).url : "postgresql://localhost"),
);
connecting.catch(() => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  const reply = await connecting
    .then((engine) => engine[method](params))
    .then(
      (result) => ({ result: result ?? null }),
      ({ message, code }) => ({
        error: { code: 4466, message, data: { is_panic: false, message, error_code: code ?? null, meta: null } },
      }),
    );
  // The native engine prints (the SQL of a diff) by asking the CLI to.
  if (reply.result?.stdout) send({ id: 0, method: "print", params: { content: reply.result.stdout } });
  send({ id, ...reply });
}
process.exit(0);

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function loadWasm() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = readFileSync(entry.replace(/\.js$/, "_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** Adapters on the database itself and on a shadow database, which is dropped when the engine is done with it. */
function adapterFactory(url) {
  const on = (database) => {
    const target = new URL(url);
    if (database) target.pathname = `/${database}`;
    return new PrismaPg({ connectionString: target.href });
  };
  const main = on();
  return bindMigrationAwareSqlAdapterFactory({
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => sendingWhole(readingChar(await main.connect())),
    async connectToShadowDb() {
      const name = `prisma_shadow_${process.pid}`;
      const admin = await main.connect();
      await admin.executeScript(`CREATE DATABASE "${name}"`);
      const shadow = sendingWhole(readingChar(await on(name).connect()));
      const close = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await close();
        await admin.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`);
        await admin.dispose();
      };
      return shadow;
    },
  });
}

/** A script goes to PostgreSQL whole, as the native engine sends it: the adapter would cut functions at their semicolons. */
function sendingWhole(adapter) {
  adapter.executeScript = async (script) => {
    await adapter.client.query(script).catch((error) => adapter.onError(error));
  };
  return adapter;
}

/** The catalogues use PostgreSQL's one-byte "char" (oid 18), which the adapter does not map: read it as text. */
function readingChar(adapter) {
  const CHAR = 18,
    TEXT = 25;
  const { queryRaw } = adapter;
  adapter.queryRaw = async (query) => {
    let isChar = [];
    const performIO = async (q) => {
      const result = await adapter.performIO(q);
      isChar = result.fields.map((field) => field.dataTypeID === CHAR);
      for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
      return result;
    };
    const rows = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query);
    rows.columnTypes = rows.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type));
    return rows;
  };
  return adapter;
}
