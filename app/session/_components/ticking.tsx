"use client";

import { useEffect, useState } from "react";
import { formatTimeAgo, formatTimeLeft } from "@/lib/format/duration";

type Since = {
  ms: number;
  /** When the server measured `ms`: a new value restarts the count. */
  asOf: number;
};

/** Milliseconds since the server's measurement arrived, every second; 0 without JavaScript. Not by the wall clock, which may be wrong. */
function useElapsed(asOf: number): number {
  const [elapsed, setElapsed] = useState({ asOf, ms: 0 });
  useEffect(() => {
    const from = performance.now();
    const tick = () => setElapsed({ asOf, ms: performance.now() - from });
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [asOf]);
  return elapsed.asOf === asOf ? elapsed.ms : 0;
}

/** The time left until a limit, with a bar. Screen readers read it on demand, not every second. */
export function Countdown({ ms, asOf, limit, label }: Since & { limit: number; label: string }) {
  const left = Math.max(0, ms - useElapsed(asOf));
  return (
    <>
      <p role="timer" aria-label={label} className="countdown">
        {formatTimeLeft(left).map(({ count, unit }) => (
          <span key={unit}>
            {count} <small>{unit}</small>{" "}
          </span>
        ))}
      </p>
      <div className="countdown-bar" aria-hidden="true">
        <div style={{ scale: `${Math.min(1, left / limit)} 1` }} />
      </div>
    </>
  );
}

/** "4 minutes ago", and later as time goes on. */
export function Ago({ ms, asOf }: Since) {
  return <>{formatTimeAgo(ms + useElapsed(asOf))}</>;
}

/** What is left, in a sentence. */
export function StillFor({ ms, asOf, over }: Since & { over: string }) {
  const left = ms - useElapsed(asOf);
  if (left <= 0) return over;
  const time = formatTimeLeft(left).map(({ count, unit }) => `${count} ${unit}`);
  return `Yes, for ${time.join(" ")} more`;
}
