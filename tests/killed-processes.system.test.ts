import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { readSectors, type Sector } from '../kernel/sectors.ts';
import { settings } from '../kernel/settings.ts';
import { startWholeSystem, type WholeSystem } from './support/whole-system.ts';

/*
 * The processes themselves, with nothing between them and the gateway: killed with -9, and stopped in the middle of what they do so
 * that their connections stay open and nobody answers. What else can be wrong with an answer is tests/faults.system.test.ts.
 */

const sectors = readSectors();
const patience = 1_500;

const ofEach = (part: (sector: Sector) => string) => sectors.map(part).join(' ');
const query = `{
  july: briefing(period: "2020-07") { period ${ofEach(({ field }) => `${field} { state }`)} }
  q3: briefing(period: "2020-Q3") { period ${ofEach(({ field }) => `${field} { state }`)} }
  sectors { code name }
  documents { id title }
  province(code: "79") { code name }
}`;

let system: WholeSystem;
let healthy: Record<string, unknown>;
let stopped: number | null = null;
beforeAll(async () => {
  system = await startWholeSystem(inject('mongodbUri'), undefined, {
    [settings.subgraphTimeoutMs.name]: String(patience),
  });
  const { body } = await system.ask(query);
  expect(body.errors).toBeUndefined();
  healthy = body.data as Record<string, unknown>;
});
afterEach(() => {
  if (stopped !== null) process.kill(stopped, 'SIGCONT');
  stopped = null;
});
afterAll(() => system.stop());

function subgraph(folder: string) {
  const found = system.subgraphs.get(folder);
  if (found === undefined) throw new Error(`there is no subgraph ${folder}`);
  return found;
}

/** The healthy answer with the field of one sector null in both briefings. */
function without({ field }: Sector) {
  const [july, q3] = [healthy['july'], healthy['q3']] as [object, object];
  return { ...healthy, july: { ...july, [field]: null }, q3: { ...q3, [field]: null } };
}

async function expectOnlyItsOwnLost(sector: Sector): Promise<void> {
  const { status, body } = await system.ask(query);
  expect(status).toBe(200);
  expect(body.data).toEqual(without(sector));
  expect(body.errors).toMatchObject([
    { path: ['july', sector.field], extensions: { code: 'SUBGRAPH_UNAVAILABLE', sector: sector.code } },
  ]);
}

async function untilWhole(): Promise<void> {
  await expect
    .poll(async () => (await system.ask(query)).body, { timeout: 10_000 })
    .toEqual({ data: healthy });
}

describe.each(sectors)('the process of $folder', (sector) => {
  it('hangs: its own fields are null once the gateway has waited long enough', async () => {
    stopped = subgraph(sector.folder).pid;
    process.kill(stopped, 'SIGSTOP');
    const began = performance.now();
    await expectOnlyItsOwnLost(sector);
    expect(performance.now() - began).toBeLessThan(patience + 2_000);
    process.kill(stopped, 'SIGCONT');
    stopped = null;
    await untilWhole();
  });

  it('is killed: its own fields are null at once, and there again with a new process', async () => {
    await subgraph(sector.folder).kill();
    const began = performance.now();
    await expectOnlyItsOwnLost(sector);
    expect(performance.now() - began).toBeLessThan(patience);
    await system.restart(sector.folder);
    await untilWhole();
  });
});
