"use client";

import { type RefObject, useEffect } from "react";
import { sendLasting } from "@/components/session/send-lasting";

const PAUSE_MS = 400;
const RETRY_MS = 3_000;

/**
 * Sends each group marked `data-kept` to be sealed in the session as soon as one of its fields changes: a moment after
 * the last key, at once when a field is left or the page goes away. What the server did not get is sent again.
 */
export function useKeptFields(ref: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const form = ref.current;
    if (!form) return;
    const unsent = new Set<HTMLFieldSetElement>();
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
      const groups = [...unsent];
      unsent.clear();
      if (groups.length === 0 || (await keep(groups))) return;
      for (const group of groups) unsent.add(group);
      later(RETRY_MS);
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
    window.addEventListener("pagehide", send);
    return () => {
      send();
      clearTimeout(timer);
      for (const [type, listener] of Object.entries(listeners)) form.removeEventListener(type, listener);
      window.removeEventListener("pagehide", send);
    };
  }, [ref]);
}

async function keep(groups: HTMLFieldSetElement[]): Promise<boolean> {
  const body = new URLSearchParams();
  for (const field of groups.flatMap((group) => [...group.querySelectorAll<HTMLInputElement>("input[name]")])) {
    if (field.type !== "checkbox" && (field.type !== "radio" || field.checked)) body.set(field.name, field.value);
  }
  const response = await sendLasting("/api/checkout", { body }).catch(() => null);
  return response?.ok ?? false;
}
