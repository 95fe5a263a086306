// Hides a page of one session until it is known that the session is still the same: app/globals.css hides pages that have
// `OwnPage` while this mark is set.

export function coverPage() {
  document.documentElement.dataset.unproven = "";
}

export function uncoverPage() {
  delete document.documentElement.dataset.unproven;
}

export function isPageCovered(): boolean {
  return document.documentElement.dataset.unproven !== undefined;
}
