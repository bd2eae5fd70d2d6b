import { describe, expect, test } from 'vitest';
import { readSectorRows } from '../load/load-sector.ts';
import { readSector } from '../sectors.ts';
import type { ObservationRow } from '../store/rows.ts';
import { entriesFromRows } from './entries-from-rows.ts';

const { rows } = readSectorRows(readSector('telecom'));
const noTexts = { sentence: () => null };
const entries = entriesFromRows(rows, noTexts);
const byId = (id: string | undefined) => entries.find(({ _id }) => _id === id);
const first = <T>(list: readonly T[], is: (item: T) => boolean = () => true): T => {
  const found = list.find(is);
  if (found === undefined) throw new Error('the data must have such a row, but has none');
  return found;
};

describe('the search entries of a sector', () => {
  test('are one a record, and the same each time', () => {
    const records = [rows.indicators, rows.observations, rows.targets, rows.tasks, rows.highlights].flat();
    expect(entries.map(({ _id }) => _id).sort()).toEqual(records.map(({ _id }) => _id).sort());
    expect(entriesFromRows(rows, noTexts)).toEqual(entries);
  });

  test('lead to the citation of their record', () => {
    for (const row of [rows.observations, rows.targets, rows.tasks, rows.highlights].flat())
      expect(byId(row._id)?.citation, row._id).toEqual(row.citation);
  });

  test('leave out figures that a later revision took the place of', () => {
    const old = { ...first(rows.observations), supersededFrom: '2020-09-01' };
    expect(entriesFromRows({ ...rows, observations: [old] }, noTexts).map(({ _id }) => _id)).not.toContain(
      old._id,
    );
  });

  test('order figures to compare with behind those for their own sake, and the kinds as the list of kinds', () => {
    const weight = (role: ObservationRow['role']) =>
      byId(first(rows.observations, (row) => row.role === role)._id)?.weight ?? 0;
    expect(weight('BASE')).toBeGreaterThan(weight('MAIN'));
    expect(byId(rows.indicators[0]?._id)?.weight).toBeLessThan(weight('MAIN'));
    expect(byId(rows.tasks[0]?._id)?.weight).toBeGreaterThan(weight('BASE'));
  });
});

describe('a figure', () => {
  const mobile = first(
    rows.observations,
    ({ indicator, period, edition }) =>
      indicator === 'telecom.revenue.mobile' && period === '2020-06' && edition === '2020-07',
  );
  const entry = byId(mobile._id);

  test('is found by its indicator, period, value, figure as printed and code', () => {
    expect(entry?.text.vi).toMatch(/^Doanh thu di động.*, tháng 6\/2020: 7,39 nghìn tỷ đồng$/u);
    expect(entry?.text.en).toMatch(/June 2020: 7.39 trillion VND$/u);
    expect(entry?.terms).toEqual(
      expect.arrayContaining(['doanh', 'thu', '6', '2020', '7,39', 'revenue', 'telecom', 'june']),
    );
  });

  test('is found by the title of its document, which is not its own', () => {
    expect(entry?.terms).toContain('giao');
    expect(entry?.own).not.toContain('giao');
  });

  test('names its place', () => {
    const inHanoi = {
      ...mobile,
      province: '01',
      agency: 'MIC',
      scope: { code: 'X', name: { vi: 'Nông thôn', en: 'Rural' } },
    };
    const [found] = entriesFromRows({ ...rows, observations: [inHanoi] }, noTexts).filter(
      ({ _id }) => _id === mobile._id,
    );
    expect(found?.text.vi).toContain(', Hà Nội, Bộ TT&TT, Nông thôn, tháng 6/2020: ');
    expect(found?.own).toEqual(expect.arrayContaining(['@province:01', '@agency:MIC', 'nong', 'rural']));
  });
});

describe('the words', () => {
  test('with accents are Vietnamese; an English one stands there only where no Vietnamese one looks alike', () => {
    const highlight = {
      ...first(rows.highlights),
      text: { vi: 'Đà Nẵng tăng thu', en: 'Da Nang increases revenue, thu' },
      provinces: [],
      agencies: [],
      indicators: [],
    };
    const [entry] = entriesFromRows(
      { indicators: [], observations: [], targets: [], tasks: [], highlights: [highlight] },
      noTexts,
    );
    expect(entry?.spelled).toContain('thu');
    expect(entry?.spelled).toContain('increases');
    expect(entry?.spelled).not.toContain('da');
    expect(entry?.spelled).not.toContain('nang');
  });

  test('of the cited sentence are among those it is found by, where the text is there; the sentence is not kept', () => {
    const task = first(rows.tasks);
    const sentence = 'Câu này chỉ đứng trong văn bản.';
    const [entry] = entriesFromRows(
      { indicators: rows.indicators, observations: [], targets: [], tasks: [task], highlights: [] },
      { sentence: ({ line }) => (line === task.citation?.line ? sentence : null) },
    ).filter(({ _id }) => _id === task._id);
    expect(entry?.terms).toEqual(expect.arrayContaining(['cau', 'dung', 'van', 'ban']));
    expect(entry?.spelled).toContain('câu');
    expect(entry?.own).not.toContain('cau');
    expect(JSON.stringify(entry)).not.toContain(sentence.slice(0, 15));
    expect(byId(task._id)?.terms).not.toContain('cau');
  });
});
