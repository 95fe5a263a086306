/** `npm run build`: builds the shop for production. */
import "./require-node.mjs";
import { buildIfNeeded } from "./fresh-build.mjs";
import { lifetime } from "./lifetime.mjs";

lifetime(() => buildIfNeeded({}, { always: true }));
