import { describe, expect, test } from 'vitest';
import { july, row, told } from './check-for-tests.ts';

describe('RATIO', () => {
  test('is a plain quotient, or one in percent that may pass 100', () => {
    const counts = [row('test.lines', july, '126'), row('test.plans', july, '100')];
    expect(told([row('test.lines-per-plan', july, '1,3'), ...counts])).toEqual([
      ['RATIO', 'CONSISTENT', null, '1.26'],
    ]);
    const parts = [row('test.lines.fixed', july, '60'), row('test.lines.mobile', july, '40')];
    expect(told([row('test.fixed-to-mobile', july, '150%'), ...parts])).toEqual([
      ['RATIO', 'CONSISTENT', null, '150'],
    ]);
    expect(told([row('test.fixed-to-mobile', july, '140%'), ...parts])[0]?.slice(0, 2)).toEqual([
      'RATIO',
      'INCONSISTENT',
    ]);
  });
});
