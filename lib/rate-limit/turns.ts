import { Busy } from "@/lib/db";

type Line = { running: number; waiting: (() => void)[] };

// One of a name for the whole process: the bundler may load this file more than once.
const kept = globalThis as { lines?: Map<string, Line> };
kept.lines ??= new Map();
const { lines } = kept;

/**
 * Runs `work` when its turn in the line called `name` comes: `atOnce` run, as many as `mayWait` stand in line. Throws
 * Busy, at once, to whoever comes after them.
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
    // The next one in line takes the place over, so that nobody slips in between.
    const goOn = line.waiting.shift();
    if (goOn) goOn();
    else line.running--;
  }
}
