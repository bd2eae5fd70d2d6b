import { describe, expect, test } from 'vitest';
import { cite, citeStatement, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkPeriods } from './check-periods.ts';

const note = { vi: 'vì', en: 'because' };

function period(printed: string) {
  return { for: 'PERIOD', line: 2, start: 0, end: printed.length, printed };
}

/** Of one observation that stands in a line which says nothing of time but `said`. */
function faultsOf(record: object, said = ''): string[] {
  const line = `Gửi 12 bưu kiện ${said}`;
  const observation = {
    indicator: 'made-up.parcels',
    value: '12',
    cite: cite(line, '12 bưu kiện'),
    ...record,
  };
  return checkPeriods(madeUpSector({ observations: [observation] }), madeUpLines(line)).map(
    ({ fault }) => fault,
  );
}

describe("an observation's period", () => {
  test.each([
    ["the edition's", { period: '2020-07' }, ''],
    ['named by the line', { period: '2020-05' }, 'trong tháng 5/2020'],
    ['named by a context', { period: '2020-05', context: [period('tháng 5/2020')] }, ''],
    ['within a named one, and named too', { period: '2020-05', context: [period('năm 2020')] }, 'tháng 5'],
    ['inferred', { period: '2020-05', inferred: note }, ''],
    [
      'cumulative, named by its end',
      {
        indicator: 'made-up.parcels.year-to-date',
        period: '2020-S1',
        context: [period('luỹ kế đến tháng 6/2020')],
      },
      '',
    ],
  ])('may be %s', (_, record, said) => {
    expect(faultsOf(record, said)).toEqual([]);
  });

  test.each([
    ['of another year', { period: '2019-05', context: [period('tháng 5/2020')] }, /is printed for it/u],
    ['of another month', { period: '2020-06', context: [period('tháng 5/2020')] }, /is printed for it/u],
    ['of another quarter', { period: '2020-Q1', context: [period('quý II/2020')] }, /is printed for it/u],
    ['longer than printed', { period: '2020-S1', context: [period('tháng 6/2020')] }, /is printed for it/u],
    [
      'another though inferred',
      { period: '2019-05', inferred: note, context: [period('tháng 5/2020')] },
      /is printed/u,
    ],
    ['named by nothing', { period: '2020-05' }, /say why, inferred/u],
    ['named only in part', { period: '2020-05', context: [period('năm 2020')] }, /say why, inferred/u],
    [
      'not since January',
      { indicator: 'made-up.parcels.year-to-date', period: '2020-07' },
      /must begin on 1 January/u,
    ],
    [
      'given a number that is no time',
      { period: '2020-07', context: [period('kỳ 7 và 46/63')] },
      /is no time/u,
    ],
  ])('must not be %s', (_, record, message) => {
    expect(faultsOf(record).join('\n')).toMatch(message);
  });

  test('of a BASE figure may come from a comparison of its indicator', () => {
    const line = 'Gửi 12 bưu kiện, tăng nhẹ so với cùng kỳ 2019 (11 bưu kiện)';
    const main = {
      indicator: 'made-up.parcels',
      period: '2020-07',
      value: '12',
      cite: cite(line, '12 bưu kiện'),
      comparisons: [
        {
          base: 'YEAR_ON_YEAR',
          period: '2019-07',
          direction: 'UP',
          qualifier: 'NOT_STATED',
          cite: cite(line, 'tăng nhẹ'),
          context: [{ for: 'PERIOD', ...cite(line, 'so với cùng kỳ 2019') }],
        },
      ],
    };
    const base = {
      indicator: 'made-up.parcels',
      period: '2019-07',
      value: '11',
      role: 'BASE',
      cite: cite(line, '11 bưu kiện'),
    };
    const check = (...observations: object[]) =>
      checkPeriods(madeUpSector({ observations }), madeUpLines(line)).length;
    expect(check(main, base)).toBe(0);
    expect(check(base)).toBe(1);
    expect(check(main, { ...base, period: '2019-06' })).toBe(1);
  });
});

describe("a comparison's base period", () => {
  function basesOf(comparison: object): string[] {
    const place = { line: 1, start: 0, end: 4, printed: 'tăng' };
    return faultsOf({
      period: '2020-07',
      comparisons: [{ direction: 'UP', qualifier: 'NOT_STATED', cite: place, ...comparison }],
    });
  }

  test.each([
    [{ base: 'YEAR_ON_YEAR', period: '2019-07', context: [period('so với cùng kỳ 2019')] }],
    [{ base: 'YEAR_ON_YEAR', period: '2019-07', context: [period('so với cùng kỳ năm trước')] }],
    [{ base: 'PERIOD_ON_PERIOD', period: '2020-06', context: [period('so với tháng trước')] }],
    [{ base: 'PERIOD_ON_PERIOD', period: '2020-06', context: [period('so với tháng 6')] }],
    [{ base: 'SINCE', period: '2019-12', context: [period('so với 12/2019')] }],
    [{ base: 'SINCE', period: '2019-12', context: [period('so với cuối năm 2019')] }],
    [{ base: 'UNSTATED' }],
  ])('lets %o pass', (comparison) => {
    expect(basesOf(comparison)).toEqual([]);
  });

  test.each([
    [
      'the wrong year',
      { base: 'YEAR_ON_YEAR', period: '2018-07', context: [period('so với cùng kỳ 2019')] },
      /year before 2020-07 is 2019-07/u,
    ],
    [
      'a printed year that is another',
      { base: 'YEAR_ON_YEAR', period: '2019-07', context: [period('so với cùng kỳ 2018')] },
      /"2018" is printed/u,
    ],
    [
      'another month',
      { base: 'PERIOD_ON_PERIOD', period: '2020-05', context: [period('so với tháng 5')] },
      /the one before 2020-07 is 2020-06/u,
    ],
    [
      'another month printed',
      { base: 'SINCE', period: '2019-11', context: [period('so với 12/2019')] },
      /"12\/2019" is printed/u,
    ],
    [
      'a month for a year',
      { base: 'SINCE', period: '2019-11', context: [period('so với năm 2019')] },
      /"2019" is printed/u,
    ],
    ['no words', { base: 'SINCE', period: '2019-12' }, /no PERIOD context names its base/u],
    ['no period', { base: 'SINCE', context: [period('so với 12/2019')] }, /the base period is missing/u],
    ['a period where no base is named', { base: 'UNSTATED', period: '2019-12' }, /has no period/u],
  ])('finds %s', (_, comparison, message) => {
    expect(basesOf(comparison).join('\n')).toMatch(message);
  });
});

describe('a time beside a statement', () => {
  function statementFaults(printed: string, text = 'Việc đã xong.') {
    const line = 'Việc đã xong.';
    const highlight = {
      id: 'a',
      kind: 'RESULT',
      text: { vi: text, en: 'Done.' },
      cite: citeStatement(line, line),
      context: [period(printed)],
    };
    return checkPeriods(madeUpSector({ highlights: [highlight] }), madeUpLines(line));
  }

  test('is of the year of the edition, or of one that the record tells', () => {
    expect(statementFaults('trong quý III/2020')).toEqual([]);
    expect(statementFaults('đến năm 2030', 'Việc đến năm 2030 đã xong.')).toEqual([]);
    expect(statementFaults('đến năm 2030')).toMatchObject([
      { fault: expect.stringMatching(/"2030" is of no year/u) },
    ]);
  });

  test('must hold no number that is no time, a name aside', () => {
    expect(statementFaults('trước Covid-19')).toEqual([]);
    expect(statementFaults('sau 15 lượt')).toMatchObject([
      { fault: expect.stringMatching(/"15".*is no time/u) },
    ]);
  });
});
