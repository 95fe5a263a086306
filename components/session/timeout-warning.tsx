"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import type { LivePeek } from "@/lib/session";
import { absoluteWarning, idleWarning } from "@/lib/session/policy";
import { LogOutForm } from "./log-out-form";
import { navigateToLogin } from "./navigation";
import { type Known, refreshPeek, reportActivity } from "./session-store";
import { tellTabs } from "./tabs";

type Member = LivePeek & Pick<Known, "at">;
type Warning = "idle" | "absolute";

const texts: Record<Warning, { title: string; text: string; button: string }> = {
  idle: {
    title: "Are you still there?",
    text: "You will be logged out because nothing has happened here for a while. Your cart is safe.",
    button: "Stay logged in",
  },
  absolute: {
    title: "Your login ends soon",
    text: "A login lasts only so long, and staying here cannot extend it. Log in again whenever it suits you; your cart is safe.",
    button: "Go on for now",
  },
};

/** The longest delay that `setTimeout` takes; a longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Warns a member before the session ends (WCAG 2.2 SC 2.2.1). Asks the server first: another tab, or a laptop that slept, may
 * have changed how much time is left.
 */
export function TimeoutWarning({ peek }: { peek: Member }) {
  const [waived, setWaived] = useState<string | null>(null);
  const isWaived = waived === peek.id;
  const untilIdle = peek.idleInMs - idleWarning;
  const untilAbsolute = isWaived ? Number.POSITIVE_INFINITY : peek.absoluteInMs - absoluteWarning;
  const wait = Math.min(untilIdle, untilAbsolute);

  const next = wait > 0 ? Math.min(wait, peek.absoluteInMs, LONGEST_TIMER) : null;

  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(refreshPeek, next);
    return () => clearTimeout(timer);
  }, [next]);

  useWaking(refreshPeek);

  if (wait > 0) return null;
  const warning: Warning = untilAbsolute <= 0 || peek.absoluteInMs <= peek.idleInMs ? "absolute" : "idle";
  return <WarningDialog key={warning} peek={peek} warning={warning} onWaive={() => setWaived(peek.id)} />;
}

function WarningDialog({ peek, warning, onWaive }: { peek: Member; warning: Warning; onWaive: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { title, text, button } = texts[warning];
  const left = useCountdown(peek, warning);
  useModal(dialog);

  async function stay() {
    if (warning === "absolute") return onWaive();
    await reportActivity();
    tellTabs();
  }

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="dialog"
      aria-labelledby="warning-title"
      aria-describedby="warning-text"
      onCancel={(event) => {
        event.preventDefault();
        stay();
      }}
    >
      <h2 id="warning-title" className="text-heading">
        {title}
      </h2>
      <p id="warning-text" className="mt-3">
        {text}
      </p>
      <p className="figures mt-3" aria-hidden="true">
        {formatTimeLeft(left)}
      </p>
      <p className="sr-only" role="status">
        {announceTimeLeft(left)}
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <Button type="button" onClick={stay} autoFocus>
          {button}
        </Button>
        {warning === "absolute" && (
          <AppLink href="/login" className="button button-quiet">
            Log in again
          </AppLink>
        )}
        <LogOutForm>
          <Button look="link">Log out</Button>
        </LogOutForm>
      </div>
    </dialog>
  );
}

const LOOK_INTERVAL = 10_000;

/**
 * Calls `wake` when `Date.now()` and `performance.now()` have moved apart: the computer slept, which stops the second one and
 * all timers on some systems, or somebody set the clock. Only the server knows how much time is left then.
 */
function useWaking(wake: () => void) {
  useEffect(() => {
    const apart = () => Date.now() - performance.now();
    let before = apart();
    const timer = setInterval(() => {
      const now = apart();
      if (Math.abs(now - before) > LOOK_INTERVAL) wake();
      before = now;
    }, LOOK_INTERVAL);
    return () => clearInterval(timer);
  }, [wake]);
}

/**
 * Opens the dialog as a modal: the focus moves into it, Esc cancels it, and the focus returns when it closes. A browser
 * without modal dialogs shows it within the page.
 */
function useModal(dialog: RefObject<HTMLDialogElement | null>) {
  // A layout effect, so that it closes before the element is removed: otherwise the browser cannot return the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    try {
      element?.showModal();
    } catch {
      element?.setAttribute("open", "");
      element?.querySelector("button")?.focus();
    }
    return () => element?.close?.();
  }, [dialog]);
}

/** Milliseconds left, updated each second. At zero it asks the server, and leaves the page if the session is over. */
function useCountdown(peek: Member, warning: Warning): number {
  const total = warning === "idle" ? peek.idleInMs : peek.absoluteInMs;
  const [left, setLeft] = useState(total);
  useEffect(() => {
    const tick = async () => {
      const next = Math.max(0, total - (performance.now() - peek.at));
      setLeft(next);
      if (next > 0) return;
      clearInterval(timer);
      const answer = await refreshPeek();
      if (answer && answer.status !== "member") navigateToLogin();
    };
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [total, peek.at]);
  return left;
}

/** Minutes at first, seconds only in the last minute. */
function formatTimeLeft(left: number): string {
  if (left > 60_000) return `About ${Math.ceil(left / 60_000)} minutes left`;
  const seconds = Math.ceil(left / 1000);
  return seconds === 1 ? "1 second left" : `${seconds} seconds left`;
}

/** For screen readers: three sentences in all, not one every second. */
function announceTimeLeft(left: number): string {
  if (left > 60_000) return "";
  if (left > 30_000) return "One minute left";
  return left > 10_000 ? "30 seconds left" : "10 seconds left";
}
