import { describe, expect, test } from 'vitest';
import { check, july, row, told } from './check-for-tests.ts';

describe('RESTATEMENT', () => {
  const first = row('test.incidents', july, '521');
  const again = (printed: string) =>
    row('test.incidents', july, printed, { edition: '2020-Q3', knownFrom: '2020-09-09' });

  test('holds a figure against the one last known', () => {
    expect(told([again('521')], [first])).toEqual([['RESTATEMENT', 'CONSISTENT', null, '521']]);
    expect(told([again('530')], [first])).toEqual([['RESTATEMENT', 'INCONSISTENT', null, '521']]);
    expect(told([first], [again('530')])).toEqual([]);
  });

  test('takes a revision of the same edition as well', () => {
    const superseded = row('test.incidents', july, '521', { supersededFrom: '2020-08-10' });
    const revised = row('test.incidents', july, '530', { revision: 1, knownFrom: '2020-08-10' });
    const [finding] = check([revised], [superseded]);
    expect(finding).toMatchObject({ kind: 'RESTATEMENT', verdict: 'INCONSISTENT', operands: [superseded] });
  });

  test('tells a coarser figure from another one', () => {
    const coarse = row('test.revenue', july, '8,1 tỷ');
    const finer = row('test.revenue', july, '8,13 tỷ', { edition: '2020-Q3', knownFrom: '2020-09-09' });
    expect(told([finer], [coarse])).toEqual([['RESTATEMENT', 'ROUNDING', null, '8100000000']]);
  });

  test('knows a stock of the same day under another name', () => {
    const end = row('test.plans', '2019', '72');
    const december = row('test.plans', '2019-12', '73', { edition: '2020-Q3', knownFrom: '2020-09-09' });
    expect(told([december], [end])).toEqual([['RESTATEMENT', 'INCONSISTENT', null, '72']]);
  });
});
