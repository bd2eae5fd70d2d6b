import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSectorRows } from '../../kernel/load/load-sector.ts';
import { anonymous } from '../../kernel/identity/identity.ts';
import { provinces } from '../../kernel/registers/provinces.ts';
import type { ReportedFigure } from '../../kernel/reporting/reported-figure.ts';
import { settleSections } from '../../kernel/reporting/settle.ts';
import { stageImport, type ImportReport } from '../../kernel/reporting/stage-import.ts';
import { officer, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk('telecom');
});
afterEach(() => desk.close());

function figureOf(period: string, province: string | null, value: string): ReportedFigure {
  return {
    indicator: 'telecom.revenue.mobile',
    period,
    province,
    agency: null,
    scope: null,
    value,
    lower: null,
    upper: null,
    outOf: null,
    qualifier: 'EXACT',
    status: 'REPORTED',
    note: null,
  };
}
/** Province × month: as many as are asked for, the country's own first. */
function* figures(count: number, value = (index: number) => String(index)): Generator<ReportedFigure> {
  for (let index = 0; index < count; index += 1) {
    const month = Math.floor(index / 64);
    const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    yield figureOf(period, provinces.all[(index % 64) - 1]?.code ?? null, value(index));
  }
}
async function* streamed(
  list: Iterable<ReportedFigure>,
  dieAfter = Infinity,
): AsyncGenerator<ReportedFigure> {
  let count = 0;
  for (const figure of list) {
    if (count >= dieAfter) throw new Error('the power went out');
    count += 1;
    yield figure;
  }
}
function runImport(
  list: Iterable<ReportedFigure>,
  fileDigest: string,
  more: { readonly dieAfter?: number; readonly signal?: AbortSignal; readonly edition?: string } = {},
): Promise<ImportReport> {
  const { store, module } = desk.subgraph;
  return stageImport({
    store,
    sector: module.sector,
    catalogue: readSectorRows(module.sector, module.ownRows).catalogue,
    edition: more.edition ?? '2022-09',
    by: 'importer',
    figures: streamed(list, more.dieAfter),
    fileDigest,
    ...(more.signal === undefined ? {} : { signal: more.signal }),
  });
}
const countSeen = async (by = officer) =>
  (
    await desk.ask<{ telecom: { observations: { totalCount: number } } }>(
      '{ telecom { observations(filter: { briefing: "2022-09" }) { totalCount } } }',
      by,
    )
  ).telecom.observations.totalCount;

describe('an import', () => {
  test('becomes visible as a whole, as a draft, and once only', async () => {
    expect(await runImport(figures(2500), 'a')).toEqual({
      read: 2500,
      inserted: 2500,
      changed: 0,
      left: 0,
      version: 1,
    });
    expect(await countSeen()).toBe(2500);
    expect(await countSeen(anonymous)).toBe(0);
    expect(await runImport(figures(2500), 'a')).toEqual({
      read: 2500,
      inserted: 0,
      changed: 0,
      left: 2500,
      version: 1,
    });
    expect(await desk.subgraph.store.observations.countDocuments({ edition: '2022-09' })).toBe(2500);
    expect(await desk.subgraph.store.imports.countDocuments()).toBe(0);
  });

  test('that is cut off shows nothing; the same again finishes it, no figure twice', async () => {
    const cut = new AbortController();
    const dying = (function* () {
      yield* figures(1500);
      cut.abort();
      yield* figures(1);
    })();
    await expect(runImport(dying, 'a', { signal: cut.signal })).rejects.toThrow('aborted');
    expect(await desk.subgraph.store.observations.countDocuments({ edition: '2022-09' })).toBe(1000);
    expect(await countSeen()).toBe(0);
    expect(await runImport(figures(2000), 'a')).toMatchObject({ inserted: 2000, version: 1 });
    expect(await countSeen()).toBe(2000);
    expect(await desk.subgraph.store.observations.countDocuments({ edition: '2022-09' })).toBe(2000);
  });

  test('that fails on the way is finished by the same again; one that is refused takes away what it staged', async () => {
    await expect(runImport(figures(2000), 'a', { dieAfter: 1700 })).rejects.toThrow('the power went out');
    expect(await countSeen()).toBe(0);
    expect(await runImport(figures(2000), 'a')).toMatchObject({ inserted: 2000, version: 1 });
    await desk.change('telecomPublish(period: "2022-09", version: 1)');
    const published = (index: number) => String(index + 1);
    await expect(runImport(figures(2000, published), 'b')).rejects.toMatchObject({
      code: 'ALREADY_PUBLISHED',
    });
    expect(await desk.subgraph.store.observations.countDocuments({ edition: '2022-09' })).toBe(2000);
    expect(await desk.subgraph.store.imports.countDocuments()).toBe(0);
  });

  test('takes the place of what the draft holds otherwise, and of that only, from one moment on', async () => {
    await runImport(figures(1200), 'a');
    await desk.change(
      'telecomSaveObservations(period: "2022-09", version: 1, observations: [{ indicator: "telecom.revenue.fixed", period: "2022-09", value: "7" }])',
    );
    const doubled = (index: number) => String(index < 300 ? index * 2 + 1 : index);
    expect(await runImport(figures(1300, doubled), 'b')).toEqual({
      read: 1300,
      inserted: 100,
      changed: 300,
      left: 900,
      version: 3,
    });
    expect(await countSeen()).toBe(1301);
    const again = await runImport(figures(1300, doubled), 'b');
    expect(again).toMatchObject({ left: 1300, version: 3 });
    // Back to the first file: its figures are the draft's again.
    expect(await runImport(figures(1200), 'a')).toMatchObject({ changed: 300, left: 900, version: 4 });
    expect(await countSeen()).toBe(1301);
    await desk.change('telecomPublish(period: "2022-09", version: 4)');
    expect(await countSeen(anonymous)).toBe(1301);
    expect(await desk.subgraph.store.observations.countDocuments({ edition: '2022-09' })).toBe(1301);
  });

  test('meets a change of the section meanwhile: nothing is shown, and the same again brings it in', async () => {
    await desk.change(
      'telecomSaveObservations(period: "2022-09", version: 0, observations: [{ indicator: "telecom.revenue.fixed", period: "2022-09", value: "7" }])',
    );
    const { store } = desk.subgraph;
    const meanwhile = (function* () {
      yield* figures(1000);
      void store.sections.updateOne({ _id: '2022-09' }, { $inc: { version: 1 } }).exec();
      yield* figures(0);
    })();
    const slow = async function* (): AsyncGenerator<ReportedFigure> {
      yield* streamed(meanwhile);
      await expect.poll(async () => (await store.sections.findById('2022-09').lean())?.version).toBe(2);
    };
    const { module } = desk.subgraph;
    const { catalogue } = readSectorRows(module.sector, module.ownRows);
    const request = {
      store,
      sector: module.sector,
      catalogue,
      edition: '2022-09',
      by: 'importer',
      fileDigest: 'a',
    };
    await expect(stageImport({ ...request, figures: slow() })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await countSeen()).toBe(1);
    expect(await runImport(figures(1000), 'a')).toMatchObject({ inserted: 1000, version: 3 });
    expect(await countSeen()).toBe(1001);
  });

  test('refuses a published figure, and leaves nothing', async () => {
    const june = figureOf('2020-06', null, '1');
    await expect(runImport([june], 'a', { edition: '2020-07' })).rejects.toMatchObject({
      code: 'ALREADY_PUBLISHED',
    });
    expect(await desk.subgraph.store.observations.countDocuments({ batch: { $ne: null } })).toBe(0);
  });

  test('is told in the trail with what it changed', async () => {
    await runImport(figures(3), 'a');
    await runImport(
      figures(4, (index) => String(index + 1)),
      'b',
    );
    const { telecom } = await desk.ask<{ telecom: { auditTrail: { nodes: object[] } } }>(
      '{ telecom { auditTrail { nodes { action madeBy inserted changed reason changes { field before after } } } } }',
      officer,
    );
    expect(telecom.auditTrail.nodes[0]).toEqual({
      action: 'IMPORT',
      madeBy: 'importer',
      inserted: 1,
      changed: 3,
      reason: 'sha256 b',
      changes: [0, 1, 2].map((value) => ({
        field: 'value',
        before: String(value),
        after: String(value + 1),
      })),
    });
  });
});

describe('a large draft', () => {
  test('is published at once and settled behind it; a reader never sees less or more', async () => {
    await runImport(figures(6000), 'a');
    const { store, module } = desk.subgraph;
    const publishing = desk.change('telecomPublish(period: "2022-09", version: 1)');
    const seen = new Set<number>();
    for (let look = 0; look < 10; look += 1) seen.add(await countSeen(anonymous));
    await publishing;
    for (let look = 0; look < 10; look += 1) seen.add(await countSeen(anonymous));
    expect([...seen].filter((count) => count !== 0 && count !== 6000)).toEqual([]);
    const { catalogue } = readSectorRows(module.sector, module.ownRows);
    const team = {
      store,
      sector: module.sector,
      catalogue,
      texts: { sentence: () => null },
      by: 'test',
    };
    await settleSections(team);
    expect(await store.observations.countDocuments({ edition: '2022-09', batch: null })).toBe(0);
    const settling = settleSections(team, 0);
    for (let look = 0; look < 20; look += 1) seen.add(await countSeen(anonymous));
    await settling;
    expect([...seen].filter((count) => count !== 0 && count !== 6000)).toEqual([]);
    expect(await store.observations.countDocuments({ edition: '2022-09', batch: null })).toBe(6000);
    expect(await store.sections.findById('2022-09').lean()).toMatchObject({ settling: [], draft: [] });
    expect(await countSeen(anonymous)).toBe(6000);
    expect(await store.searchEntries.countDocuments({ kind: 'OBSERVATION', origin: 'TEAM' })).toBe(6000);
  });
});

test('of 50 editors at once on one section exactly one wins each version', async () => {
  const save = (version: number, value: number) =>
    desk.subgraph.execute(
      `mutation { telecomSaveObservations(period: "2022-09", version: ${version}, observations: [
         { indicator: "telecom.revenue", period: "2022-09", value: "${value}" }]) { section { version } } }`,
      {},
      { kind: 'PERSON', subject: `editor ${value}`, roles: [{ kind: 'EDITOR', sector: 'TELECOM' }] },
    );
  for (let version = 0; version < 3; version += 1) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => save(version, version * 100 + index + 1)),
    );
    const won = answers.filter(({ errors }) => errors.length === 0);
    const lost = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.['code']));
    expect(won).toHaveLength(1);
    expect(lost).toEqual(Array.from({ length: 49 }, () => 'VERSION_CONFLICT'));
  }
  const entries = await desk.subgraph.store.auditTrail
    .find({ edition: '2022-09' })
    .sort({ version: 1 })
    .lean();
  expect(entries.map(({ version }) => version)).toEqual([1, 2, 3]);
});
