/** The middle value; of an even number the lower of the two, so that it is one that was measured. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/**
 * Times two ways of doing the same in turn, A B A B …, so that a machine whose speed drifts slows both alike.
 * @returns the median milliseconds of each, and of the ratio A ÷ B pair by pair.
 */
export async function timePairs(
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
  runs: number,
): Promise<{ readonly a: number; readonly b: number; readonly ratio: number }> {
  const times: { a: number; b: number }[] = [];
  for (let run = 0; run < runs; run += 1) times.push({ a: await timed(a), b: await timed(b) });
  return {
    a: median(times.map((pair) => pair.a)),
    b: median(times.map((pair) => pair.b)),
    ratio: median(times.map((pair) => pair.a / pair.b)),
  };
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await action();
  return performance.now() - began;
}
