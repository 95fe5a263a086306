"use client";

import { collectGroups, sendFormDraft } from "@/components/session/form-draft";
import { refreshPeek } from "@/components/session/session-store";
import { takeTurn, tellTabs } from "@/components/session/tabs";
import { delayNavigation } from "@/components/ui/navigation-queue";

const PAUSE_MS = 400;
const RETRY_MS = 3_000;

/**
 * The `ref` of the checkout's form. Saves each group marked `data-kept` as the page's draft while somebody types in it: a
 * moment after the last key, and at once when a field or the page is left. A group that the server did not get is sent
 * again. A guest's page has a key: its first save brings the guest a new token, so links and other tabs wait for it.
 */
export function saveWhileTyping(form: HTMLFormElement | null) {
  if (!form) return;
  const unsent = new Set<Element>();
  let page = form.querySelector<HTMLInputElement>("input[name=page]")?.value;
  let sending = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function sendLater(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(sendNext, ms);
  }
  function sendNext() {
    sending = sending.then(send);
  }
  async function send() {
    clearTimeout(timer);
    if (unsent.size === 0) return;
    const saving = takeTurn(sendUnsent);
    if (page) delayNavigation(saving.then(() => true));
    if (!(await saving)) sendLater(RETRY_MS);
  }
  /** Sends what is unsent by then: the order may have been sent while this waited for its turn. */
  async function sendUnsent(): Promise<boolean> {
    const groups = [...unsent];
    unsent.clear();
    if (groups.length === 0) return true;
    const isKept = await sendFormDraft({ path: "/checkout", fields: collectGroups(groups), page });
    if (!isKept) for (const group of groups) unsent.add(group);
    else if (page) {
      page = undefined;
      // Requests that used the old token meanwhile were told that there is no session: ask again.
      refreshPeek();
      tellTabs();
    }
    return isKept;
  }
  function markUnsent({ target }: Event) {
    const group = (target as Element).closest("[data-kept]");
    if (group) unsent.add(group);
  }

  const listening = new AbortController();
  const { signal } = listening;
  form.addEventListener("input", markUnsent, { signal });
  form.addEventListener("input", () => sendLater(PAUSE_MS), { signal });
  form.addEventListener("change", markUnsent, { signal });
  form.addEventListener("change", sendNext, { signal });
  // The order contains every field, and no draft may arrive after it.
  form.addEventListener("submit", () => unsent.clear(), { signal });
  // A page that is being left cannot wait for its turn.
  window.addEventListener("pagehide", sendUnsent, { signal });
  return () => {
    listening.abort();
    send();
  };
}
