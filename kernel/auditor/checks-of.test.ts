import { describe, expect, test } from 'vitest';
import { check, july, lines, row } from './checks/check-for-tests.ts';

describe('every finding', () => {
  const rows = [
    ...lines('922', '400', '122'),
    row('test.plans.share', july, '73%'),
    row('test.plans', july, '46/63', {
      comparisons: [
        { printed: 'tăng 30 cái', period: '2019' },
        { printed: 'tăng 180%', period: '2019' },
      ],
    }),
    row('test.revenue.year-to-date', '2020-01', '1 tỷ'),
    row('test.revenue', '2020-01', '2 tỷ'),
  ];

  test('has an id of its own that is the same at every reading, in whatever order', () => {
    const ids = check(rows).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      check([...rows].reverse())
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
    for (const id of ids) expect(id).toMatch(/^TEST:check:/u);
  });

  test('is the same whether its operands are among the rows or fetched', () => {
    for (const subject of rows) {
      const alone = check([subject], rows);
      expect(alone).toEqual(check(rows).filter((finding) => finding.id.includes(`${subject.vintageKey}:`)));
    }
  });
});
