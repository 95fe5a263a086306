/** Tells what is being done and how long it took. */
const done = [];

/** Runs `job` under a name that reads well after "did", such as "built the shop". */
export async function step(name, job) {
  const began = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  … ${name}`);
  try {
    const answer = await job();
    const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    console.log(`${process.stdout.isTTY ? "\r" : ""}  ✓ ${name} (${seconds})`);
    done.push(`${name} (${seconds})`);
    return answer;
  } catch (error) {
    console.log(`${process.stdout.isTTY ? "\r" : ""}  ✗ ${name}`);
    throw error;
  }
}

export const whatWasDone = () => done.join(", ");
