// Covers what is somebody's own while nobody knows whether it is still theirs: app/globals.css hides every page that is
// marked so. Pages without the mark stay as they are.

export function cover() {
  document.documentElement.dataset.unproven = "";
}

export function uncover() {
  delete document.documentElement.dataset.unproven;
}

export function isCovered(): boolean {
  return document.documentElement.dataset.unproven !== undefined;
}
