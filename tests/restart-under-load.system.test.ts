import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readSectors } from '../kernel/sectors.ts';
import { startWholeSystem, type WholeSystem } from './support/whole-system.ts';

const sectors = readSectors();
const killed = sectors.find(({ folder }) => folder === 'telecom');
const query = `{ briefing(period: "2020-07") { period ${sectors
  .map(({ field }) => `${field} { state observations(first: 5) { value } }`)
  .join(' ')} } }`;

interface Answer {
  readonly status: number;
  readonly sections: Readonly<Record<string, unknown>>;
  /** "CODE SECTOR" of each error. */
  readonly errors: readonly string[];
}

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem(inject('mongodbUri'));
});
afterAll(() => system.stop());

async function askOnce(): Promise<Answer> {
  const { status, body } = await system.ask(query);
  const { briefing } = body.data as { readonly briefing: Readonly<Record<string, unknown>> };
  const errors = (body.errors ?? []).map(
    ({ extensions }) => `${String(extensions?.['code'])} ${String(extensions?.['sector'])}`,
  );
  return { status, sections: briefing, errors };
}

it('a subgraph that is killed and comes back under load costs its own field, and only meanwhile', async () => {
  if (killed === undefined) throw new Error('there is no such sector');
  const answers: Answer[] = [];
  let asking = true;
  const ask = async () => {
    while (asking) answers.push(await askOnce());
  };
  const callers = Array.from({ length: 4 }, ask);
  await pause(1_000);
  const before = answers.length;
  await system.subgraphs.get(killed.folder)?.kill();
  await pause(1_500);
  await system.restart(killed.folder);
  const back = answers.length;
  await expect.poll(() => answers.at(-1)?.errors, { timeout: 20_000 }).toEqual([]);
  await pause(1_000);
  asking = false;
  await Promise.all(callers);

  const without = answers.filter(({ sections }) => sections[killed.field] === null);
  console.log(`${answers.length} answers, ${without.length} of them without ${killed.folder}`);
  expect(before).toBeGreaterThan(0);
  expect(back).toBeLessThan(answers.length);
  expect(without.length).toBeGreaterThan(0);
  for (const { status, sections, errors } of answers) {
    expect(status).toBe(200);
    for (const { field } of sectors)
      if (field !== killed.field) expect(sections[field]).toMatchObject({ state: expect.any(String) });
    const isWithout = sections[killed.field] === null;
    expect(errors).toEqual(isWithout ? [`SUBGRAPH_UNAVAILABLE ${killed.code}`] : []);
  }
  expect(answers.slice(0, before).every(({ errors }) => errors.length === 0)).toBe(true);
});
