import { readSectors } from '../kernel/sectors.ts';
import { askWhole } from './ask-whole.ts';
import { briefingQueries } from './briefing-queries.ts';
import { countCommands } from './count-commands.ts';
import { timePairs } from './median.ts';

const RUNS = 60;

/** Prints what judging every stated change and making every check adds to the whole briefing: commands, size and time. */
export async function auditCost(mongodbUri: string, origin: string, period: string): Promise<void> {
  const sectors = readSectors();
  const { plain, audited } = briefingQueries(sectors, period);
  const without = () => askWhole(origin, plain);
  const all = () => askWhole(origin, audited);
  const [small, large] = [await without(), await all()].map(
    (text) => `${(text.length / 1024).toFixed(0)} KiB`,
  );
  console.log(
    `\nThe whole briefing with comparisons judged and checks (${large ?? ''}), beside the same without (${small ?? ''})`,
  );
  const commandsOf = (ask: () => Promise<unknown>) => countCommands(mongodbUri, sectors, ask);
  const before = await commandsOf(without);
  const after = await commandsOf(all);
  for (const { folder } of sectors) {
    console.log(
      `  ${folder.padEnd(15)} ${sumOf(after.get(folder))} commands, ${sumOf(before.get(folder))} without`,
    );
  }
  for (let warm = 0; warm < 10; warm += 1) await Promise.all([without(), all()]);
  const { a, b, ratio } = await timePairs(all, without, RUNS);
  console.log(`  ${a.toFixed(1)} ms, ${b.toFixed(1)} ms without, ratio ${ratio.toFixed(2)}`);
}

function sumOf(counts: Readonly<Record<string, number>> = {}): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
