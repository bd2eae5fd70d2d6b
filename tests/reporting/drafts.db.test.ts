import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anonymous, type Identity } from '../../kernel/identity/identity.ts';
import { editor, officer, openDesk, person, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk('telecom');
});
afterEach(() => desk.close());

const figure = (printed: string, more = '') =>
  `{ indicator: "telecom.revenue.mobile", period: "2022-09", asPrinted: "${printed}" ${more} }`;
const save = (version: number, ...figures: readonly string[]) =>
  `telecomSaveObservations(period: "2022-09", version: ${version}, observations: [${figures.join(' ')}])`;
const publish = (version: number) => `telecomPublish(period: "2022-09", version: ${version})`;

const sectionQuery = `{ briefing(period: "2022-09") { telecom { state version hasDraft publishedAt
  mobileRevenue { value draft } observations { value draft } } } }`;
interface SectionData {
  readonly briefing: {
    readonly telecom: {
      readonly state: string;
      readonly version: number;
      readonly hasDraft: boolean;
      readonly publishedAt: string | null;
      readonly mobileRevenue: { readonly value: string; readonly draft: boolean } | null;
      readonly observations: readonly { readonly value: string; readonly draft: boolean }[];
    };
  };
}
const sectionFor = async (who: Identity) => (await desk.ask<SectionData>(sectionQuery, who)).briefing.telecom;

describe('a draft', () => {
  test('is seen by its team and the Office, and by nobody else', async () => {
    const change = await desk.change(save(0, figure('7,5 nghìn tỷ đồng')));
    expect(change).toMatchObject({
      inserted: 1,
      changed: 0,
      left: 0,
      section: { state: 'DRAFT', version: 1 },
    });
    expect(change.observations).toEqual([{ id: expect.any(String), value: '7500000000000' }]);
    for (const who of [editor('TELECOM'), officer, person('root', { kind: 'ADMINISTRATOR' })])
      expect(await sectionFor(who)).toMatchObject({
        state: 'DRAFT',
        version: 1,
        hasDraft: true,
        mobileRevenue: { value: '7500000000000', draft: true },
      });
    for (const who of [anonymous, person('reader', { kind: 'READER' }), editor('POSTAL')])
      expect(await sectionFor(who)).toEqual({
        state: 'MISSING',
        version: 0,
        hasDraft: false,
        publishedAt: null,
        mobileRevenue: null,
        observations: [],
      });
  });

  test('is hidden from strangers on every way to it', async () => {
    const { observations } = await desk.change(
      save(0, figure('7,5 nghìn tỷ đồng'), figure('1 nghìn tỷ đồng', 'province: "Hà Nội"')),
    );
    await desk.change(
      `telecomSaveTasks(period: "2022-09", version: 1, tasks: [{ id: "a", title: { vi: "Việc chưa công bố" }, leadUnits: ["MIC"], addressedTo: ALL_PROVINCES }])`,
    );
    await desk.change(
      `telecomSaveHighlights(period: "2022-09", version: 2, highlights: [{ id: "a", kind: RESULT, text: { vi: "Tin chưa công bố" }, provinces: ["01"] }])`,
    );
    await desk.change(
      `telecomSaveTargets(period: "2022-09", version: 3, targets: [{ id: "a", indicator: "telecom.revenue.mobile", text: { vi: "Mục tiêu chưa công bố" }, asPrinted: "8 nghìn tỷ đồng" }])`,
    );
    const id = observations[0]?.id ?? '';
    const everywhere = `{
      province(code: "01") { telecom { observations { id } tasks { id } highlights { id } } }
      telecom {
        observation(id: ${JSON.stringify(id)}) { id }
        task(id: "TELECOM:task:2022-09:a") { id }
        observations(filter: { briefing: "2022-09" }) { totalCount nodes { id } }
        tasks(filter: { briefing: "2022-09" }) { totalCount nodes { id } }
        indicator(code: "telecom.revenue.mobile") {
          series(from: "2022-09", to: "2022-09") { points { observation { value } } }
          latest { period { id } }
          targets { id }
        }
        search(text: "chưa công bố") { text }
      }
    }`;
    const seen = JSON.stringify(await desk.ask(everywhere, anonymous));
    expect(seen).not.toContain('2022-09');
    expect(seen).not.toContain('7500000000000');
    expect(seen).not.toContain('chưa công bố');
    const own = JSON.stringify(await desk.ask(everywhere));
    expect(own).toContain('TELECOM:highlight:2022-09:a');
    expect(own).toContain('TELECOM:target:2022-09:a');
    expect(own).toContain('"latest":{"period":{"id":"2022-09"}}');
    expect(own).toContain('7500000000000');
  });

  test('answers what the auditor says of it at once', async () => {
    const { data, errors } = await desk.subgraph.execute(
      `mutation { telecomSaveObservations(period: "2022-09", version: 0, observations: [
         ${figure('7,39 nghìn tỷ đồng', 'comparisons: [{ base: PERIOD_ON_PERIOD, direction: DOWN, unit: PERCENT, stated: "9.6" }]')}
         { indicator: "telecom.revenue.mobile", period: "2022-08", asPrinted: "8,1 nghìn tỷ đồng" }
         { indicator: "telecom.revenue.fixed", period: "2022-09", asPrinted: "2 nghìn tỷ đồng" }
         { indicator: "telecom.revenue", period: "2022-09", asPrinted: "11 nghìn tỷ đồng" }
       ]) { observations { comparisons { basePeriod { id } verdict slip computed } } section { checks { kind verdict } } } }`,
      {},
      editor('TELECOM'),
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      telecomSaveObservations: {
        observations: [
          {
            comparisons: [
              {
                basePeriod: { id: '2022-08' },
                verdict: 'INCONSISTENT',
                slip: 'WRONG_BASE',
                computed: '-8.765432099',
              },
            ],
          },
          { comparisons: [] },
          { comparisons: [] },
          { comparisons: [] },
        ],
        section: { checks: expect.arrayContaining([{ kind: 'SUM', verdict: 'INCONSISTENT' }]) },
      },
    });
  });

  test('saved again the same makes no version; another value replaces it and keeps the id', async () => {
    const first = await desk.change(save(0, figure('7,5 nghìn tỷ đồng')));
    expect(await desk.change(save(1, figure('7,5 nghìn tỷ đồng')))).toMatchObject({
      inserted: 0,
      left: 1,
      section: { version: 1 },
    });
    const second = await desk.change(save(1, figure('7,6 nghìn tỷ đồng')));
    expect(second).toMatchObject({ inserted: 0, changed: 1, section: { version: 2 } });
    expect(second.observations[0]?.id).toBe(first.observations[0]?.id);
    expect((await sectionFor(officer)).observations).toEqual([{ value: '7600000000000', draft: true }]);
  });

  test('loses the records that are taken away, and no published ones', async () => {
    const { observations } = await desk.change(save(0, figure('7,5 nghìn tỷ đồng')));
    const id = observations[0]?.id ?? '';
    const remove = (version: number, ...ids: readonly string[]) =>
      `telecomRemoveRecords(period: "2022-09", version: ${version}, ids: ${JSON.stringify(ids)})`;
    expect(await desk.refused(remove(1, id, 'TELECOM:task:2022-09:none'))).toMatchObject({
      code: 'UNKNOWN_CODE',
    });
    expect(await desk.change(remove(1, id))).toMatchObject({ removed: 1, section: { version: 2 } });
    expect(await sectionFor(officer)).toMatchObject({ hasDraft: false, observations: [] });
    expect(await desk.refused(publish(2))).toMatchObject({ code: 'NOTHING_TO_PUBLISH' });
    await desk.change(save(2, figure('7,5 nghìn tỷ đồng')));
    await desk.change(publish(3));
    expect(await desk.refused(remove(4, id))).toMatchObject({ code: 'ALREADY_PUBLISHED' });
  });
});

describe('publishing', () => {
  test('shows the draft to everybody, from today, and search finds it', async () => {
    await desk.change(save(0, figure('7,5 nghìn tỷ đồng')));
    await desk.change(
      `telecomSaveHighlights(period: "2022-09", version: 1, highlights: [{ id: "a", kind: RESULT, text: { vi: "Phủ sóng bản cuối cùng" } }])`,
    );
    const change = await desk.change(publish(2));
    expect(change.section).toEqual({ state: 'PUBLISHED', version: 3 });
    expect(await sectionFor(anonymous)).toMatchObject({
      state: 'PUBLISHED',
      version: 3,
      hasDraft: false,
      publishedAt: expect.stringMatching(/^\d{4}-/u),
      mobileRevenue: { value: '7500000000000', draft: false },
    });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    const found = await desk.ask<{ telecom: { search: { text: string; node: object }[] } }>(
      `{ telecom { search(text: "bản cuối cùng") { text node { __typename } }
         observations(filter: { briefing: "2022-09" }) { nodes { knownFrom } } } }`,
      anonymous,
    );
    expect(found.telecom.search).toEqual([
      { text: 'Phủ sóng bản cuối cùng', node: { __typename: 'Highlight' } },
    ]);
    expect(JSON.stringify(found)).toContain(`"knownFrom":"${today}"`);
  });

  test('of a further draft adds to what is published; a published record is never saved over', async () => {
    await desk.change(save(0, figure('7,5 nghìn tỷ đồng')));
    await desk.change(publish(1));
    expect(await desk.refused(save(2, figure('7,6 nghìn tỷ đồng')))).toMatchObject({
      code: 'ALREADY_PUBLISHED',
    });
    await desk.change(save(2, figure('1 nghìn tỷ đồng').replace('.mobile', '.fixed')));
    expect(await sectionFor(anonymous)).toMatchObject({ version: 2, state: 'PUBLISHED', hasDraft: false });
    expect((await sectionFor(anonymous)).observations).toHaveLength(1);
    expect(await sectionFor(officer)).toMatchObject({ version: 3, state: 'PUBLISHED', hasDraft: true });
    await desk.change(publish(3));
    expect((await sectionFor(anonymous)).observations).toHaveLength(2);
  });

  test('outlives a load of the data files, and the load what the team did', async () => {
    await desk.change(save(0, figure('7,5 nghìn tỷ đồng')));
    await desk.change(publish(1));
    const { store, module } = desk.subgraph;
    const { loadSector } = await import('../../kernel/load/load-sector.ts');
    const report = await loadSector(store, module.sector, module.ownRows);
    for (const [name, { inserted, changed, removed }] of Object.entries(report))
      expect({ name, inserted, changed, removed }).toEqual({ name, inserted: 0, changed: 0, removed: 0 });
    expect(await sectionFor(anonymous)).toMatchObject({ version: 2, state: 'PUBLISHED' });
  });
});

const monthOf = (index: number) =>
  `${1930 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

describe('a change is refused, and nothing is saved,', () => {
  const nothing = async () =>
    expect(await sectionFor(officer)).toMatchObject({ state: 'MISSING', version: 0, observations: [] });

  test('of nobody that is known, of readers, of other teams', async () => {
    expect(await desk.refused(save(0, figure('1 tỷ đồng')), anonymous)).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    for (const who of [person('reader', { kind: 'READER' }), editor('POSTAL'), officer])
      expect(await desk.refused(save(0, figure('1 tỷ đồng')), who)).toMatchObject({ code: 'FORBIDDEN' });
    await nothing();
  });

  test('where one of many records is wrong: every fault is told', async () => {
    const refusal = await desk.refused(
      save(
        0,
        figure('7,5 nghìn tỷ đồng'),
        '{ indicator: "telecom.no", period: "2022-09", value: "1" }',
        '{ indicator: "telecom.revenue.fixed", period: "2022-09", value: "1", province: "Atlantis" }',
        '{ indicator: "telecom.revenue.fixed", period: "2022-08" , asPrinted: "5 thuê bao" }',
        '{ indicator: "telecom.revenue.fixed", period: "2022-07", value: "1", lower: "2" }',
        '{ indicator: "telecom.revenue.fixed", period: "2022-06", value: "1", status: DERIVED }',
        figure('7,6 nghìn tỷ đồng'),
      ),
    );
    expect(refusal).toMatchObject({ code: 'INVALID_RECORDS' });
    const { faults } = refusal.extensions as { faults: { index: number; field: string; message: string }[] };
    expect(faults.map(({ index, field }) => `${index} ${field}`)).toEqual([
      '1 indicator',
      '2 province',
      '3 asPrinted',
      '4 qualifier',
      '5 status',
      '6 indicator',
    ]);
    await nothing();
  });

  test.each([
    ['none', '[]'],
    [
      'too many',
      `[${Array.from({ length: 1001 }, (_, month) => `{ indicator: "telecom.revenue", period: "${monthOf(month)}", value: "1" }`).join(' ')}]`,
    ],
  ])('of %s at once', async (_what, list) => {
    const refusal = await desk.refused(
      `telecomSaveObservations(period: "2022-09", version: 0, observations: ${list})`,
    );
    expect(refusal).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('1 to 1000'),
    });
    await nothing();
  });

  test('from a version that is none any more: it is told what changed', async () => {
    await desk.change(save(0, figure('7,5 nghìn tỷ đồng')), editor('TELECOM', 'an'));
    const refusal = await desk.refused(save(0, figure('7,6 nghìn tỷ đồng')), editor('TELECOM', 'binh'));
    expect(refusal).toMatchObject({
      code: 'VERSION_CONFLICT',
      message: expect.stringContaining('an was faster'),
      extensions: {
        current: 1,
        changes: [
          {
            version: 1,
            action: 'SAVE_OBSERVATIONS',
            madeBy: 'an',
            records: ['TELECOM:observation:2022-09:telecom.revenue.mobile:FLOW@2022-09'],
          },
        ],
      },
    });
    expect(await desk.refused(save(7, figure('1 tỷ đồng')))).toMatchObject({ code: 'VERSION_CONFLICT' });
  });
});
