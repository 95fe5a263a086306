/** `npm run check`: the invariants of docs/architecture.md, each breach with its place. */
import "./require-node.mjs";
import { brokenInvariants } from "./broken-invariants.mjs";
import { invariants } from "./invariants.mjs";

const broken = brokenInvariants();
console.log(broken.length > 0 ? broken.join("\n") : `All ${invariants.length} invariants hold.`);
process.exitCode = broken.length > 0 ? 1 : 0;
