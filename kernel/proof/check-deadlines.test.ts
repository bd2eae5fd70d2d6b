import { describe, expect, test } from 'vitest';
import { madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkDeadlines } from './check-deadlines.ts';

function faultsOf(deadline: object | undefined, context: object[] = []): string[] {
  const place = { line: 1, start: 0, end: 9 };
  const task = { id: 'a', title: { vi: 'a', en: 'a' }, leadUnits: ['MIC'], cite: place, deadline, context };
  return checkDeadlines(madeUpSector({ tasks: [task] })).map(({ fault }) => fault);
}

function deadline(printed: string, fields: object) {
  return { cite: { line: 1, start: 0, end: 9, printed }, ...fields };
}

const september = { earliest: '2020-09-01', latest: '2020-09-30', precision: 'MONTH' };

describe('checkDeadlines', () => {
  test.each([
    ['tháng 9/2020', september],
    ['trước 15/9/2020', { latest: '2020-09-14', precision: 'DAY' }],
    ['phấn đấu trước tháng 9', { latest: '2020-08-31', precision: 'MONTH', soft: true, inferred: true }],
    ['hàng tuần', { precision: 'NONE', recurrence: 'WEEKLY' }],
    ['khẩn trương', { precision: 'NONE' }],
  ])('lets %s pass', (printed, fields) => {
    expect(faultsOf(deadline(printed, fields))).toEqual([]);
  });

  test.each([
    ['the first day', { earliest: '2020-09-02' }, /earliest is 2020-09-02, but 2020-09-01/u],
    ['the last day', { latest: '2020-10-30' }, /latest is 2020-10-30, but 2020-09-30/u],
    ['the precision', { precision: 'DAY' }, /precision is DAY, but MONTH/u],
    ['what is soft', { soft: true }, /soft is true, but false/u],
    ['what is inferred', { inferred: true }, /inferred is true, but false/u],
    ['what recurs', { recurrence: 'DAILY' }, /recurrence is DAILY, but null/u],
  ])('finds %s changed', (_, change, message) => {
    expect(faultsOf(deadline('tháng 9/2020', { ...september, ...change }))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('finds words that are no deadline', () => {
    expect(faultsOf(deadline('bao giờ', september))).toEqual([expect.stringMatching(/cannot be read/u)]);
  });

  test('other words about the time must be a time before the deadline', () => {
    const context = (printed: string) => ({ for: 'DEADLINE', line: 1, start: 0, end: 9, printed });
    expect(faultsOf(deadline('tháng 9/2020', september), [context('từ tháng 8')])).toEqual([]);
    expect(faultsOf(deadline('tháng 9/2020', september), [context('từ tháng 11')])).toEqual([
      expect.stringMatching(/is after the deadline/u),
    ]);
    expect(faultsOf(deadline('tháng 9/2020', september), [context('khi rảnh')])).toEqual([
      expect.stringMatching(/cannot be read/u),
    ]);
    expect(faultsOf(undefined, [context('từ tháng 8')])).toEqual([expect.stringMatching(/but no deadline/u)]);
  });
});
