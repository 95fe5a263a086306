/** Faults in SQL: each condition dropped, each comparison turned, each lock removed. */

const CLAUSE_END = /^(RETURNING|ORDER|GROUP|LIMIT|FOR|UNION|ON|SET|WINDOW|HAVING)\b/;
const LOCK = /\bFOR (?:NO KEY UPDATE|UPDATE|SHARE)(?: OF \w+)?(?: SKIP LOCKED)?/g;
const COMPARISON =
  /(?<![-<>=!|?@])(<=|>=|<|>)(?![<>=@-])|\bIS NOT DISTINCT FROM\b|\bIS DISTINCT FROM\b|\bIS NOT NULL\b|\bIS NULL\b/g;

const TURNED = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "IS NULL": "IS NOT NULL",
  "IS NOT NULL": "IS NULL",
  "IS DISTINCT FROM": "IS NOT DISTINCT FROM",
  "IS NOT DISTINCT FROM": "IS DISTINCT FROM",
};

export function isSql(text) {
  return /\b(SELECT|UPDATE|INSERT INTO|DELETE FROM)\b/.test(text);
}

/**
 * The faults of a statement, as { operator, from, to, replacement } in offsets of `text`, in which the caller has
 * replaced everything that is not SQL by as many x.
 */
export function faultsOfSql(text) {
  return [
    ...conditionsOf(text).map(({ from, to }) => ({
      operator: "condition dropped",
      from,
      to,
      // The parameters stay in use, so that PostgreSQL still knows their types.
      wrap: (condition) => `(${condition} OR TRUE)`,
    })),
    ...[...text.matchAll(LOCK)].map(({ index, 0: lock }) => ({
      operator: "lock removed",
      from: index,
      to: index + lock.length,
      wrap: () => "",
    })),
    ...[...text.matchAll(COMPARISON)].map(({ index, 0: comparison }) => ({
      operator: "comparison turned",
      from: index,
      to: index + comparison.length,
      wrap: () => TURNED[comparison],
    })),
  ];
}

/** The conditions of every WHERE, which end at the next clause or where the bracket around the WHERE closes. */
function conditionsOf(text) {
  const found = [];
  for (const { index } of text.matchAll(/\bWHERE\b/g)) {
    let depth = 0;
    let from = index + "WHERE".length;
    let isBetween = false;
    const add = (to) => {
      const condition = text.slice(from, to);
      const start = from + condition.length - condition.trimStart().length;
      if (condition.trim()) found.push({ from: start, to: start + condition.trim().length });
    };
    let at = from;
    for (; at < text.length; at++) {
      const rest = text.slice(at);
      const atWord = /\W/.test(text[at - 1] ?? " ");
      if (text[at] === "(" || (atWord && /^CASE\b/.test(rest))) depth++;
      else if (text[at] === ")" || (atWord && /^END\b/.test(rest))) {
        if (depth === 0) break;
        depth--;
      } else if (depth === 0 && atWord && CLAUSE_END.test(rest)) break;
      else if (depth === 0 && atWord && /^BETWEEN\b/.test(rest)) isBetween = true;
      else if (depth === 0 && atWord && /^AND\b/.test(rest)) {
        if (isBetween) isBetween = false;
        else {
          add(at);
          from = at + "AND".length;
        }
      }
    }
    add(at);
  }
  return found;
}
