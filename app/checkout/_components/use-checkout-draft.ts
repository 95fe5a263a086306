"use client";

import { type RefObject, useEffect } from "react";
import { sendKeepalive } from "@/components/session/send-keepalive";
import { refreshPeek } from "@/components/session/session-store";
import { takeTurn, tellTabs } from "@/components/session/tabs";
import { delayNavigation } from "@/components/ui/navigation-queue";

const PAUSE_MS = 400;
const RETRY_MS = 3_000;

/**
 * Sends each group marked `data-kept` to be sealed in the session as soon as one of its fields changes: a moment after
 * the last key, at once when a field is left or the page goes away. What the server did not get is sent again. The first
 * that a guest's page sends brings the page's key, for a new token: it is sent in turn, and links wait for it.
 */
export function useCheckoutDraft(ref: RefObject<HTMLFormElement | null>, { isGuest }: { isGuest: boolean }) {
  useEffect(() => {
    const form = ref.current;
    if (!form) return;
    const unsent = new Set<HTMLFieldSetElement>();
    let isRenewed = !isGuest;
    let sending = Promise.resolve();
    let timer: ReturnType<typeof setTimeout> | undefined;

    function later(ms: number) {
      clearTimeout(timer);
      timer = setTimeout(inTurn, ms);
    }
    function inTurn() {
      sending = sending.then(send);
    }
    async function send() {
      clearTimeout(timer);
      if (unsent.size === 0) return;
      const keeping = isGuest ? takeTurn(sendUnsent) : sendUnsent();
      if (!isRenewed) delayNavigation(keeping.then(() => true));
      if (!(await keeping)) later(RETRY_MS);
    }
    /** What is unsent when its turn comes; the order may have been first. */
    async function sendUnsent(): Promise<boolean> {
      const groups = [...unsent];
      unsent.clear();
      if (!form || groups.length === 0) return true;
      const isFirst = !isRenewed;
      const isKept = await keep(groups, isFirst ? form.querySelector<HTMLInputElement>("input[name=page]") : null);
      if (!isKept) for (const group of groups) unsent.add(group);
      else if (isFirst) {
        isRenewed = true;
        // Who asked with the token of before in the meantime was told of no session, and asks again.
        refreshPeek();
        tellTabs();
      }
      return isKept;
    }
    function note({ target }: Event) {
      const group = (target as Element).closest<HTMLFieldSetElement>("fieldset[data-kept]");
      if (group) unsent.add(group);
    }
    const onInput = (event: Event) => {
      note(event);
      later(PAUSE_MS);
    };
    const onChange = (event: Event) => {
      note(event);
      inTurn();
    };
    // The order itself carries every field: nothing is to arrive after it.
    const onSubmit = () => {
      clearTimeout(timer);
      unsent.clear();
    };
    const listeners = { input: onInput, change: onChange, submit: onSubmit };
    for (const [type, listener] of Object.entries(listeners)) form.addEventListener(type, listener);
    // A page that goes away cannot wait for its turn.
    window.addEventListener("pagehide", sendUnsent);
    return () => {
      send();
      clearTimeout(timer);
      for (const [type, listener] of Object.entries(listeners)) form.removeEventListener(type, listener);
      window.removeEventListener("pagehide", sendUnsent);
    };
  }, [ref, isGuest]);
}

async function keep(groups: HTMLFieldSetElement[], page: HTMLInputElement | null): Promise<boolean> {
  const body = new URLSearchParams(page ? { page: page.value } : {});
  for (const field of groups.flatMap((group) => [...group.querySelectorAll<HTMLInputElement>("input[name]")])) {
    if (field.type !== "checkbox" && (field.type !== "radio" || field.checked)) body.set(field.name, field.value);
  }
  const response = await sendKeepalive("/api/checkout", { body }).catch(() => null);
  return response?.ok ?? false;
}
