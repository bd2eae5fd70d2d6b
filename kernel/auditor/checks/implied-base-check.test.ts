import { describe, expect, test } from 'vitest';
import type { ObservationForTest } from '../rows-for-tests.ts';
import { july, row, told } from './check-for-tests.ts';

describe('IMPLIED_BASE', () => {
  const fell = (printed: string, change: string, more: Partial<ObservationForTest> = {}) =>
    row('test.incidents', july, printed, { comparisons: [{ printed: change, period: '2020-06' }], ...more });
  const june = (printed: string, edition: string) => row('test.incidents', '2020-06', printed, { edition });

  test('holds the implied figure against one that another edition prints', () => {
    const found = (level: string) => told([fell('khoảng 2.000.000', 'giảm 5%')], [june(level, '2020-S1')]);
    expect(found('2.105.263')).toContainEqual(['IMPLIED_BASE', 'ROUNDING', null, '2105263.158']);
    expect(found('3.000.000')).toContainEqual(['IMPLIED_BASE', 'INCONSISTENT', null, '2105263.158']);
  });

  test('is no check where the same edition prints the base', () => {
    expect(told([fell('521', 'giảm 0,19%')], [june('522', july)])).toEqual([]);
  });

  test.each([
    ['521', 'giảm 0,19%', 'CONSISTENT', '521.9917844'],
    ['157', 'tăng 120%', 'INCONSISTENT', '71.36363636'],
  ])('asks whether %s, "%s" comes from a whole number: %s', (printed, change, verdict, computed) => {
    expect(told([fell(printed, change)])).toEqual([['IMPLIED_BASE', verdict, null, computed]]);
  });

  test('asks nothing where any width of numbers fits', () => {
    expect(told([fell('2.014.512', 'giảm 4,84%')])).toEqual([]);
    expect(told([fell('521', 'giảm khoảng 10%')])).toEqual([]);
  });
});
