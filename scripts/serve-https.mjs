/** Serves the built shop over https: Safari keeps Secure cookies from http, even on localhost. */
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import next from "next";
import { root } from "./paths.mjs";

const [port, host, key, cert] = process.argv.slice(2);
const app = next({ dev: false, dir: root, hostname: "localhost", port: Number(port) });
const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
await app.prepare();
server.on("request", app.getRequestHandler());
server.listen(Number(port), host);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
