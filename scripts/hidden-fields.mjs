const characters = { quot: '"', "#x27": "'", lt: "<", gt: ">", amp: "&" };

/**
 * The hidden fields of a page's first form that has a field of this name or a button with these words, as a browser
 * without JavaScript would post them. Throws when there is no such form.
 * @param {string} html
 * @param {string} has
 * @returns {Record<string, string>}
 */
export function hiddenFields(html, has) {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((form) => form.includes(`name="${has}"`) || form.includes(`>${has}</button>`));
  if (!form) throw new Error(`The page has no form with ${has}`);
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g);
  return Object.fromEntries([...inputs].map(([, name, value = ""]) => [name, unescapeHtml(value)]));
}

function unescapeHtml(text) {
  return text.replace(/&(quot|#x27|lt|gt|amp);/g, (_, name) => characters[name]);
}
