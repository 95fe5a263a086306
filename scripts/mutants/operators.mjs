/** The written list of operators: which faults a source file can have. */
import { parse } from "@babel/parser";
import { faultsOfSql, isSql } from "./sql.mjs";

const TURNED = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "===": "!==", "!==": "===" };
const AT_THE_EDGE = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const WEAKER = {
  requireStaff: (args) => `import("@/lib/session").then((session) => session.requireUser(${args}))`,
  requireFreshLogin: (args) => `import("@/lib/session").then((session) => session.requireUser(${args}))`,
  requireUser: () => `import("@/lib/session").then((session) => session.resumeSession())`,
};

const isEngine = (file) => /^lib\//.test(file) || file === "proxy.ts";
const isPolicy = (file) => /^lib\/(session\/policy|session\/token|rate-limit\/limiter)\.ts$/.test(file);

/**
 * Each looks at one node of the syntax tree and returns the faults it can have there: `region` is the expression that is
 * replaced, `text` what stands there instead.
 */
const operators = {
  "guard removed": (node, { file }) =>
    isEngine(file) && node.type === "IfStatement" && !node.alternate && isExit(node.consequent)
      ? [{ region: node.test, text: "false" }]
      : [],

  "condition dropped": (node, { file }) =>
    isEngine(file) && node.type === "LogicalExpression" && node.operator !== "??"
      ? [node.left, node.right].map((region) => ({ region, text: node.operator === "&&" ? "true" : "false" }))
      : [],

  "comparison turned": (node, { file, code }) =>
    isEngine(file) && node.type === "BinaryExpression" && TURNED[node.operator]
      ? [{ region: node, text: binary(node, code, TURNED[node.operator]) }]
      : [],

  "edge moved": (node, { isPure, code }) =>
    isPure && node.type === "BinaryExpression" && AT_THE_EDGE[node.operator]
      ? [{ region: node, text: binary(node, code, AT_THE_EDGE[node.operator]) }]
      : [],

  "call removed": (node, { file }) =>
    isEngine(file) && node.type === "ExpressionStatement" && isCall(node.expression)
      ? [{ region: node.expression, text: "undefined" }]
      : [],

  "number changed": (node, { file, parent }) =>
    isPolicy(file) && node.type === "NumericLiteral" && isSetting(parent)
      ? [{ region: node, text: file.endsWith("token.ts") ? "4" : String(node.value * 3) }]
      : [],

  "flag turned": (node, { file }) =>
    file === "lib/session/cookie.ts" && node.type === "ObjectProperty" && ["secure", "httpOnly"].includes(node.key.name)
      ? [{ region: node.value, text: "false" }]
      : [],

  "attribute changed": (node, { file }) =>
    file === "lib/session/cookie.ts" && node.type === "ObjectProperty" && node.value.type === "StringLiteral"
      ? [{ region: node.value, text: node.key.name === "sameSite" ? '"none"' : '"/account"' }]
      : [],

  "directive removed": (node, { file }) =>
    file === "lib/http/content-security-policy.ts" && node.type === "ArrayExpression"
      ? node.elements.map((region) => ({ region, text: '"upgrade-insecure-requests"' }))
      : [],

  "header removed": (node) =>
    node.type === "ObjectProperty" && node.key.type === "StringLiteral" && /^[a-z]+(-[a-z]+)+$/.test(node.key.value)
      ? [{ region: node.value, text: '""' }]
      : [],

  "requirement weakened": (node, { code }) =>
    node.type === "CallExpression" && WEAKER[node.callee.name]
      ? [{ region: node, text: WEAKER[node.callee.name](node.arguments.map((arg) => slice(code, arg)).join(", ")) }]
      : [],
};

export const operatorNames = Object.keys(operators);

/** All faults of a file: { operator, line, before, after, start, end, text }, where `text` replaces start to end. */
export function faultsOf(file, code, { isPure }) {
  const tree = parse(code, { sourceType: "module", plugins: ["typescript", "jsx"] });
  const faults = [];
  const add = (operator, region, text, before = slice(code, region), after = text) =>
    faults.push({
      operator,
      line: lineOf(code, region.start),
      before: squeeze(before),
      after: squeeze(after),
      start: region.start,
      end: region.end,
      text,
    });

  visit(tree.program, null, (node, parent) => {
    for (const [operator, find] of Object.entries(operators)) {
      for (const { region, text } of find(node, { file, code, parent, isPure })) add(operator, region, text);
    }
    if (node.type !== "TemplateLiteral" || !isSql(slice(code, node))) return;
    const region = parent.type === "TaggedTemplateExpression" ? parent : node;
    for (const { operator, from, to, wrap } of faultsOfSql(maskValues(node, code))) {
      const [start, end] = [node.start + from, node.start + to];
      const replacement = wrap(code.slice(start, end));
      const text = code.slice(region.start, start) + replacement + code.slice(end, region.end);
      const before = contextOf(code, start, end);
      add(`SQL ${operator}`, region, text, before, replacement || "nothing");
      faults.at(-1).line = lineOf(code, start);
    }
  });
  return faults;
}

function visit(node, parent, look) {
  look(node, parent);
  for (const [key, value] of Object.entries(node)) {
    if (key === "typeAnnotation" || key === "typeParameters" || key === "returnType" || key === "loc") continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === "string" && !/^(TS|Import)/.test(child.type)) visit(child, node, look);
      else if (child && /^TS(As|Satisfies|NonNull)/.test(child.type ?? "")) visit(child.expression, child, look);
    }
  }
}

function isExit({ type, body, expression }) {
  if (type === "BlockStatement")
    return body.some(isExit) || body.every(({ type: kind }) => kind === "ExpressionStatement");
  return (
    ["ReturnStatement", "ThrowStatement", "ContinueStatement"].includes(type) ||
    (type === "ExpressionStatement" && isCall(expression))
  );
}

function isCall(expression) {
  return expression.type === "CallExpression" || (expression.type === "AwaitExpression" && isCall(expression.argument));
}

function isSetting(parent) {
  return ["CallExpression", "VariableDeclarator", "ObjectProperty"].includes(parent?.type);
}

function binary({ left, right }, code, operator) {
  return `${slice(code, left)} ${operator} ${slice(code, right)}`;
}

/** The template with its backticks and everything between `${` and `}` made unreadable, at the same offsets. */
function maskValues({ start, end, expressions }, code) {
  let text = ` ${code.slice(start + 1, end - 1)} `;
  for (const value of expressions) {
    const [from, to] = [value.start - start, value.end - start];
    text = text.slice(0, from) + "x".repeat(to - from) + text.slice(to);
  }
  return text;
}

function contextOf(code, start, end) {
  const before = code.slice(code.lastIndexOf("\n", start) + 1, start);
  const after = code.slice(end).split("\n", 1)[0];
  return `${before}⟦${code.slice(start, end)}⟧${after}`;
}

const slice = (code, { start, end }) => code.slice(start, end);
const squeeze = (text) => text.replace(/\s+/g, " ").trim();
const lineOf = (code, offset) => code.slice(0, offset).split("\n").length;
