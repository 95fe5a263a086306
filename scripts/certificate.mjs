/** Makes a certificate for localhost and keeps it in .data; browsers warn once, because nobody vouches for it. */
import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { generate } from "selfsigned";
import { inData } from "./paths.mjs";

const DAY = 24 * 60 * 60 * 1000;

/** The paths of key and certificate, renewed a week before they expire. */
export async function certificate() {
  const key = inData("localhost.key");
  const cert = inData("localhost.crt");
  if (existsSync(key) && existsSync(cert) && daysLeft(cert) > 7) return { key, cert };
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 397 * DAY),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  writeFileSync(key, made.private, { mode: 0o600 });
  writeFileSync(cert, made.cert);
  return { key, cert };
}

function daysLeft(cert) {
  return (Date.parse(new X509Certificate(readFileSync(cert)).validTo) - Date.now()) / DAY;
}
