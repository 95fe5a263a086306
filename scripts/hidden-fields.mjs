const characters = { quot: '"', "#x27": "'", lt: "<", gt: ">", amp: "&" };

/**
 * The hidden fields of a page's first form that has a field of this name, a button with these words or the action of this
 * id, as a browser without JavaScript would post them. Throws when there is no such form.
 * @param {string} html
 * @param {string} has
 * @returns {Record<string, string>}
 */
export function hiddenFields(html, has) {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const marks = [`name="${has}"`, `>${has}</button>`, `&quot;id&quot;:&quot;${has}&quot;`, `name="$ACTION_ID_${has}"`];
  const form = forms.find((form) => marks.some((mark) => form.includes(mark)));
  if (!form) throw new Error(`The page has no form with ${has}`);
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g);
  return Object.fromEntries([...inputs].map(([, name, value = ""]) => [name, unescapeHtml(value)]));
}

function unescapeHtml(text) {
  return text.replace(/&(quot|#x27|lt|gt|amp);/g, (_, name) => characters[name]);
}
