import { describe, expect, test } from 'vitest';
import { catalogueOf, observationRow } from '../../kernel/auditor/rows-for-tests.ts';
import { evidenceOf } from '../../kernel/auditor/figures/evidence.ts';
import { fromDecimal128 } from '../../kernel/decimal.ts';
import type { ObservationRow } from '../../kernel/store/rows.ts';
import { changedDigits, type ChangedDigit } from './changed-digits.ts';
import { rowsWith } from './rows-with.ts';
import { toldFindings } from './told-findings.ts';
import { whatIsNoticed } from './what-is-noticed.ts';

const catalogue = catalogueOf({ 'test.revenue': { kind: 'CURRENCY' }, 'test.plans': { basis: 'AS_OF' } });
const current = observationRow({
  indicator: 'test.revenue',
  period: '2020-06',
  printed: '7,39 nghìn tỷ',
  line: 4,
  comparisons: [{ printed: 'giảm 9,6%', period: '2019-06' }],
});
const base = observationRow({
  indicator: 'test.revenue',
  period: '2019-06',
  printed: '8,1 nghìn tỷ',
  line: 5,
});
const change = (given: Partial<ChangedDigit>): ChangedDigit => ({
  document: 'document-2020-07',
  line: 4,
  at: 0,
  digit: '9',
  ...given,
});
const values = (rows: readonly ObservationRow[] | 'UNREADABLE') =>
  rows === 'UNREADABLE' ? rows : rows.map(({ value }) => value && fromDecimal128(value).toFixed());

describe('a changed digit', () => {
  test('is each of the nine others, at each place once, however many records are read from it', () => {
    const twice = observationRow({
      indicator: 'test.plans',
      period: '2020-06',
      printed: '7,39 nghìn',
      line: 4,
    });
    expect(changedDigits([base])).toHaveLength(2 * 9);
    expect(changedDigits([current, twice])).toHaveLength(3 * 9 + 2 * 9);
    expect(
      changedDigits([base])
        .map(({ digit }) => digit)
        .sort()
        .join(''),
    ).toBe('001223344556677899');
  });

  test('changes every record that is read from its place, and no other', () => {
    const same = observationRow({
      indicator: 'test.plans',
      period: '2020-06',
      printed: '7,39 nghìn',
      line: 4,
    });
    expect(values(rowsWith([current, same, base], change({ at: 2, digit: '0' })))).toEqual([
      '7090000000000',
      '7090',
      '8100000000000',
    ]);
  });

  test('keeps the sign of a change that its direction gives', () => {
    const changed = rowsWith([current], change({ document: 'document-', line: 1, at: 7 }));
    if (changed === 'UNREADABLE') throw new Error('it can be read');
    expect(changed[0]?.comparisons[0]?.stated?.toString()).toBe('-9.9');
    expect(values(changed)).toEqual(values([current]));
  });

  test('may leave nothing that can be read', () => {
    const part = observationRow({ indicator: 'test.plans', period: '2020-06', printed: '46/63', line: 4 });
    expect(rowsWith([part], change({ at: 0, digit: '9' }))).toBe('UNREADABLE');
  });
});

describe('what is noticed', () => {
  const findings = (rows: readonly ObservationRow[]) => toldFindings(rows, evidenceOf(catalogue, rows));
  const noticed = (rows: readonly ObservationRow[], given: Partial<ChangedDigit>) => {
    const copy = rowsWith(rows, change(given));
    if (copy === 'UNREADABLE') return copy;
    const changed = new Set(copy.filter((row, index) => row !== rows[index]).map(({ _id }) => _id));
    return whatIsNoticed(changed, findings(rows), findings(copy));
  };
  const honest = observationRow({
    indicator: 'test.revenue',
    period: '2020-06',
    printed: '7,39 nghìn tỷ',
    line: 4,
    comparisons: [{ printed: 'giảm 9%', period: '2019-06' }],
  });

  test('is what makes a verdict worse', () => {
    expect(noticed([honest, base], { at: 0, digit: '9' })).toBe('INCONSISTENT');
    expect(noticed([honest, base], { at: 3, digit: '1' })).toBe('ROUNDING');
  });

  test('and else has its reason', () => {
    expect(noticed([base], { line: 5 })).toBe('ALONE');
    expect(noticed([honest], {})).toBe('BASE_NOT_PRINTED');
    expect(noticed([honest, base], { at: 3, digit: '8' })).toBe('WITHIN_PRECISION');
    expect(noticed([current, base], { at: 3, digit: '8' })).toBe('ALREADY_INCONSISTENT');
    expect(noticed([current, base], { document: 'document-', line: 1, at: 5, digit: '8' })).toBe(
      'CHANGED_FOR_THE_BETTER',
    );
  });
});
