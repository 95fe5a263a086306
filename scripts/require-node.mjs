/** Stops with one sentence on a Node.js that is too old. Imported first, so everything beside it must parse on Node 16. */
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The Cookie Jar needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
