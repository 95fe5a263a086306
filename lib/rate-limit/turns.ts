import { Busy } from "@/lib/db";

type Line = { running: number; waiting: (() => void)[] };

// Kept on globalThis, since the bundler may load this file more than once in a process.
const kept = globalThis as { lines?: Map<string, Line> };
kept.lines ??= new Map();
const { lines } = kept;

/**
 * Runs `work` in the queue called `name`: at most `atOnce` run, at most `mayWait` wait. Throws Busy at once when the
 * queue is full.
 */
export async function takeTurn<T>(
  { name, atOnce, mayWait }: { name: string; atOnce: number; mayWait: number },
  work: () => Promise<T>,
): Promise<T> {
  const line = lines.get(name) ?? { running: 0, waiting: [] };
  lines.set(name, line);
  if (line.running < atOnce) line.running++;
  else if (line.waiting.length < mayWait) await new Promise<void>((goOn) => line.waiting.push(goOn));
  else throw new Busy("Too much is being worked out at once");
  try {
    return await work();
  } finally {
    // The place goes straight to the next one in the queue, so that no newcomer takes it.
    const goOn = line.waiting.shift();
    if (goOn) goOn();
    else line.running--;
  }
}
