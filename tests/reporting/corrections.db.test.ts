import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSector } from '../../kernel/load/load-sector.ts';
import { anonymous } from '../../kernel/identity/identity.ts';
import { todayInHanoi } from '../../kernel/local-date.ts';
import { editor, officer, openDesk, person, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk('telecom');
});
afterEach(() => desk.close());

/** June's mobile revenue as the July 2020 edition reports it. */
const june = 'TELECOM:observation:2020-07:telecom.revenue.mobile:FLOW@2020-06';
const correct = (version: number, correction: string, id = june) =>
  `telecomCorrectObservation(id: "${id}", version: ${version}, correction: { ${correction} })`;

interface Vintages {
  readonly briefing: {
    readonly telecom: {
      readonly version: number;
      readonly mobileRevenue: {
        readonly id: string;
        readonly value: string;
        readonly asPrinted: string | null;
        readonly citation: { readonly line: number } | null;
        readonly revision: object | null;
        readonly vintages: readonly { readonly value: string; readonly knownFrom: string }[];
      };
    };
  };
  readonly telecom: {
    readonly before: { readonly latest: { readonly value: string } };
    readonly indicator: { readonly latest: { readonly value: string } };
  };
}
const vintages = () =>
  desk.ask<Vintages>(
    `{ briefing(period: "2020-07") { telecom { version mobileRevenue {
         id value asPrinted citation { line } revision { reason note madeBy } vintages { value knownFrom } } } }
       telecom {
         before: indicator(code: "telecom.revenue.mobile") { latest(asOf: "2020-12-31") { value } }
         indicator(code: "telecom.revenue.mobile") { latest { value } } } }`,
    anonymous,
  );

describe('a correction', () => {
  test('is a vintage of its own, known from today; what was known before is kept', async () => {
    const { changed, observations, section } = await desk.change(
      correct(1, 'reason: CORRECTED, note: "Nhà mạng báo lại", asPrinted: "7,41 nghìn tỷ đồng"'),
    );
    expect({ changed, section }).toEqual({ changed: 1, section: { state: 'PUBLISHED', version: 2 } });
    expect(observations).toEqual([{ id: `${june}:revision=1`, value: '7410000000000' }]);
    const { briefing, telecom } = await vintages();
    expect(briefing.telecom).toEqual({
      version: 2,
      mobileRevenue: {
        id: `${june}:revision=1`,
        value: '7410000000000',
        asPrinted: null,
        citation: { line: 41 },
        revision: { reason: 'CORRECTED', note: 'Nhà mạng báo lại', madeBy: 'editor' },
        vintages: [
          { value: '7390000000000', knownFrom: '2020-08-04' },
          { value: '7410000000000', knownFrom: todayInHanoi() },
        ],
      },
    });
    expect(telecom.before.latest.value).toBe('7390000000000');
    expect(telecom.indicator.latest.value).toBe('7410000000000');
  });

  test('of a correction follows it; the one before cannot be corrected again', async () => {
    await desk.change(correct(1, 'reason: CORRECTED, value: "1"'));
    expect(await desk.refused(correct(2, 'reason: CORRECTED, value: "2"'))).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(`${june}:revision=1`),
    });
    const again = await desk.change(correct(2, 'reason: RESTATED, value: "2"', `${june}:revision=1`));
    expect(again.observations).toEqual([{ id: `${june}:revision=2`, value: '2' }]);
    const { briefing } = await vintages();
    expect(briefing.telecom.mobileRevenue.vintages.map(({ value }) => value)).toEqual([
      '7390000000000',
      '1',
      '2',
    ]);
  });

  test('outlives a load, also one that changes the corrected figure in the data files', async () => {
    await desk.change(correct(1, 'reason: CORRECTED, value: "1"'));
    const { store, module } = desk.subgraph;
    await store.observations.updateOne({ _id: june }, { $set: { digest: 'another' } });
    const report = await loadSector(store, module.sector, module.ownRows);
    expect(report['observations']).toMatchObject({ inserted: 0, changed: 1, removed: 0 });
    expect((await vintages()).briefing.telecom.mobileRevenue).toMatchObject({ value: '1' });
  });

  test('is found by search in place of what it corrects', async () => {
    await desk.change(correct(1, 'reason: CORRECTED, asPrinted: "6,66 nghìn tỷ đồng"'));
    const hits = await desk.ask<{ telecom: { old: { node: { id: string } }[]; fresh: { text: string }[] } }>(
      '{ telecom { old: search(text: "doanh thu di động 7,39") { node { ... on Observation { id } } } fresh: search(text: "doanh thu di động 6,66") { text } } }',
      anonymous,
    );
    expect(hits.telecom.fresh).toHaveLength(1);
    expect(hits.telecom.old.map(({ node }) => node.id)).not.toContain(june);
  });

  test('makes an estimate final', async () => {
    await desk.change(correct(1, 'reason: ESTIMATE_FINALISED, value: "7400000000000"'));
    const { observation } = (
      await desk.ask<{ telecom: { observation: { status: string } } }>(
        `{ telecom { observation(id: "${june}:revision=1") { status } } }`,
      )
    ).telecom;
    expect(observation.status).toBe('FINAL');
  });

  test.each([
    ['what says the same', 'reason: CORRECTED, asPrinted: "7,39 nghìn tỷ đồng"', june, 'INVALID_ARGUMENT'],
    ['another unit', 'reason: CORRECTED, asPrinted: "7 thuê bao"', june, 'INVALID_RECORDS'],
    ['no figure', 'reason: CORRECTED, asPrinted: "nhiều"', june, 'INVALID_RECORDS'],
    ['a forecast of it', 'reason: CORRECTED, value: "1", status: FORECAST', june, 'INVALID_RECORDS'],
    ['what does not exist', 'reason: CORRECTED, value: "1"', 'TELECOM:observation:no', 'UNKNOWN_CODE'],
  ])('is refused with %s', async (_what, correction, id, code) => {
    expect(await desk.refused(correct(1, correction, id))).toMatchObject({ code });
    expect((await vintages()).briefing.telecom.version).toBe(1);
  });

  test('of a draft is refused: it is saved again', async () => {
    const { observations } = await desk.change(
      'telecomSaveObservations(period: "2022-09", version: 0, observations: [{ indicator: "telecom.revenue", period: "2022-09", value: "1" }])',
    );
    expect(
      await desk.refused(correct(1, 'reason: CORRECTED, value: "2"', observations[0]?.id)),
    ).toMatchObject({ code: 'UNKNOWN_CODE', message: expect.stringContaining('saving it again') });
  });
});

describe('progress of a task', () => {
  const note = (task: string, version: number, fields: string) =>
    `telecomNoteProgress(task: "${task}", version: ${version}, note: { ${fields} })`;
  async function anyTask(): Promise<{ id: string; edition: string; version: number }> {
    const row = await desk.subgraph.store.tasks.findOne({ status: 'OPEN' }).lean();
    const section = await desk.subgraph.store.sections.findById(row?.edition).lean();
    return { id: row?._id ?? '', edition: row?.edition ?? '', version: section?.version ?? 0 };
  }
  const stateOf = async (id: string) =>
    (
      await desk.ask<{ telecom: { task: object } }>(
        `{ telecom { task(id: "${id}") { status completedOn progress { text status madeBy notedOn } } } }`,
        anonymous,
      )
    ).telecom.task;

  test('is told with who and when, and says how the task stands', async () => {
    const { id, version } = await anyTask();
    const change = await desk.change(
      note(id, version, 'notedOn: "2020-12-01", text: { vi: "Đã trình" }, status: IN_PROGRESS'),
    );
    expect(change.tasks).toEqual([{ id }]);
    await desk.change(note(id, version + 1, 'notedOn: "2021-01-05", text: { vi: "Đã xong" }, status: DONE'));
    expect(await stateOf(id)).toEqual({
      status: 'DONE',
      completedOn: '2021-01-05',
      progress: [
        { text: 'Đã trình', status: 'IN_PROGRESS', madeBy: 'editor', notedOn: '2020-12-01' },
        { text: 'Đã xong', status: 'DONE', madeBy: 'editor', notedOn: '2021-01-05' },
      ],
    });
  });

  test('outlives a load that changes the task in the data files', async () => {
    const { id, version } = await anyTask();
    await desk.change(note(id, version, 'notedOn: "2021-01-05", text: { vi: "Đã xong" }, status: DONE'));
    const { store, module } = desk.subgraph;
    await store.tasks.updateOne({ _id: id }, { $set: { digest: 'another' } });
    await loadSector(store, module.sector, module.ownRows);
    expect(await stateOf(id)).toMatchObject({ status: 'DONE', completedOn: '2021-01-05' });
  });

  test('is of no day before the assignment, and of none to come', async () => {
    const { id, version } = await anyTask();
    for (const day of ['2019-01-01', '2999-01-01'])
      expect(
        await desk.refused(note(id, version, `notedOn: "${day}", text: { vi: "x" }, status: DONE`)),
      ).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(await desk.refused(note('no', 0, 'text: { vi: "x" }, status: DONE'))).toMatchObject({
      code: 'UNKNOWN_CODE',
    });
  });
});

describe('the audit trail', () => {
  interface Trail {
    readonly telecom: {
      readonly auditTrail: {
        readonly nodes: readonly {
          readonly id: string;
          readonly action: string;
          readonly madeBy: string;
          readonly reason: string | null;
          readonly changes: readonly { field: string; before: string | null; after: string | null }[];
        }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  }
  const trail = (args = '', by = officer) =>
    desk.ask<Trail>(
      `{ telecom { auditTrail${args} { nodes { id action madeBy reason changes { field before after } }
         pageInfo { hasNextPage endCursor } } } }`,
      by,
    );

  test('says who did what, from what to what, the newest first, and page by page', async () => {
    await desk.change(correct(1, 'reason: CORRECTED, value: "1"'), editor('TELECOM', 'an'));
    await desk.change(
      correct(2, 'reason: CORRECTED, note: "lại", value: "2"', `${june}:revision=1`),
      editor('TELECOM', 'binh'),
    );
    const all = (await trail()).telecom.auditTrail.nodes;
    expect(all.map(({ id, madeBy, reason }) => ({ id, madeBy, reason }))).toEqual([
      { id: '2020-07@3', madeBy: 'binh', reason: 'CORRECTED: lại' },
      { id: '2020-07@2', madeBy: 'an', reason: 'CORRECTED' },
    ]);
    expect(all[0]?.changes).toEqual([{ field: 'value', before: '1', after: '2' }]);
    expect(all[1]?.changes).toContainEqual({ field: 'value', before: '7390000000000', after: '1' });
    const first = (await trail('(first: 1, period: "2020-07")')).telecom.auditTrail;
    expect(first).toMatchObject({ nodes: [{ id: '2020-07@3' }], pageInfo: { hasNextPage: true } });
    const second = (await trail(`(first: 1, period: "2020-07", after: "${first.pageInfo.endCursor ?? ''}")`))
      .telecom;
    expect(second.auditTrail).toMatchObject({
      nodes: [{ id: '2020-07@2' }],
      pageInfo: { hasNextPage: false },
    });
  });

  test('is for the team and the Office', async () => {
    for (const [who, code] of [
      [anonymous, 'UNAUTHENTICATED'],
      [person('reader', { kind: 'READER' }), 'FORBIDDEN'],
      [editor('POSTAL'), 'FORBIDDEN'],
    ] as const) {
      const { errors } = await desk.subgraph.execute('{ telecom { auditTrail { nodes { id } } } }', {}, who);
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
    }
  });
});
