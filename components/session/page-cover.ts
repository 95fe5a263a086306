// Covers what is somebody's own while nobody knows whether it is still theirs: app/globals.css hides every page that is
// marked so. Pages without the mark stay as they are.

export function coverPage() {
  document.documentElement.dataset.unproven = "";
}

export function uncoverPage() {
  delete document.documentElement.dataset.unproven;
}

export function isPageCovered(): boolean {
  return document.documentElement.dataset.unproven !== undefined;
}
