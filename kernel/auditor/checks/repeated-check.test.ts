import { describe, expect, test } from 'vitest';
import { july, row, told } from './check-for-tests.ts';

describe('REPEATED', () => {
  const at = (line: number, printed: string) => ({
    for: 'TOTAL' as const,
    document: 'document-2020-07',
    line,
    start: 0,
    end: 10,
    printed,
  });

  test('finds one stock recorded twice in a document', () => {
    const [one, two] = [
      row('test.plans', '2019', '72', { line: 1 }),
      row('test.plans', '2019-12', '73', { line: 2 }),
    ];
    expect(told([one, two])).toEqual([['REPEATED', 'INCONSISTENT', null, '72']]);
  });

  test('finds a figure that its record says is printed a second time', () => {
    const twice = (printed: string) => [row('test.plans.share', july, '90%', { context: [at(9, printed)] })];
    const found = (printed: string) => told(twice(printed)).filter(([kind]) => kind === 'REPEATED');
    expect(found('90% tổng số văn bản')).toEqual([['REPEATED', 'CONSISTENT', null, '90']]);
    expect(found('91% tổng số văn bản')).toEqual([['REPEATED', 'INCONSISTENT', null, '91']]);
    expect(found('tổng số văn bản')).toEqual([]);
  });

  test("finds a part's total printed a second time, and knows the total's own place", () => {
    const total = row('test.lines', july, '521', { line: 3 });
    const part = (line: number, printed: string) =>
      row('test.lines.mobile', july, '400', { line: 5, context: [at(line, printed)] });
    const found = (line: number, printed: string) =>
      told([part(line, printed)], [total]).filter(([kind]) => kind === 'REPEATED');
    expect(found(9, '521 sự cố')).toEqual([['REPEATED', 'CONSISTENT', null, '521']]);
    expect(found(9, '512 sự cố')).toEqual([['REPEATED', 'INCONSISTENT', null, '512']]);
    expect(found(3, '521 sự cố')).toEqual([]);
  });
});
