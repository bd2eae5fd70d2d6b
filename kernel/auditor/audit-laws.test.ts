import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../decimal.ts';
import { intervalContains } from '../interval/interval.ts';
import { auditStatedChange } from './audit-stated-change.ts';
import { evidenceOf } from './figures/evidence.ts';
import { impliedFigure } from './implied-figure.ts';
import { catalogueOf, observationRow } from './rows-for-tests.ts';

const catalogue = catalogueOf({ 'test.revenue': { kind: 'CURRENCY' } });
const decimals = fc.integer({ min: 0, max: 3 });
const amount = fc.integer({ min: 1000, max: 999_999 }).map((digits) => new Decimal(digits).div(1000));

function printedIn(value: Decimal, places: number): string {
  return value.abs().toFixed(places, Decimal.ROUND_HALF_UP).replace('.', ',');
}

/** What an honest writer prints: the change of the true figures, and both figures, each rounded once, from the truth. */
const honest = fc
  .tuple(amount, amount, decimals, decimals, decimals)
  .map(([now, before, ofNow, ofBefore, ofChange]) => {
    const change = now.minus(before).times(100).div(before);
    const way = change.lt(0) ? 'giảm' : 'tăng';
    const current = observationRow({
      indicator: 'test.revenue',
      period: '2020-07',
      printed: `${printedIn(now, ofNow)} tỷ đồng`,
      comparisons: [{ printed: `${way} ${printedIn(change, ofChange)}%`, period: '2019-07' }],
    });
    const base = observationRow({
      indicator: 'test.revenue',
      period: '2019-07',
      printed: `${printedIn(before, ofBefore)} tỷ đồng`,
      role: 'BASE',
    });
    return { current, base, now, before, change };
  });

describe('whoever rounds honestly', () => {
  test('is never called inconsistent', () => {
    fc.assert(
      fc.property(honest, ({ current, base, change }) => {
        const [comparison] = current.comparisons;
        if (comparison === undefined) return;
        const audited = auditStatedChange(
          { comparison, of: current },
          evidenceOf(catalogue, [current, base]),
        );
        expect(audited.verdict).toMatch(/^(CONSISTENT|ROUNDING)$/u);
        expect(audited.interval && intervalContains(audited.interval, change)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('implies a base whose interval holds the true one', () => {
    fc.assert(
      fc.property(honest, ({ current, before }) => {
        const [comparison] = current.comparisons;
        if (comparison === undefined) return;
        const implied = impliedFigure({ comparison, of: current }, evidenceOf(catalogue, [current]));
        if (implied === null) return;
        expect(intervalContains(implied.interval, before.times('1e9'))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a figure printed finer', () => {
  test('never makes an inconsistent statement less so', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 90 }), (now, before, stated) => {
        const audit = (places: number) => {
          const current = observationRow({
            indicator: 'test.revenue',
            period: '2020-07',
            // Printed zeros behind the comma only narrow what the same number stands for.
            printed: `${printedIn(new Decimal(now.toFixed(1)), places)} tỷ đồng`,
            comparisons: [{ printed: `tăng ${stated}%`, period: '2019-07' }],
          });
          const base = observationRow({
            indicator: 'test.revenue',
            period: '2019-07',
            printed: `${printedIn(before, 3)} tỷ đồng`,
          });
          const [comparison] = current.comparisons;
          if (comparison === undefined) throw new Error('it has a comparison');
          return auditStatedChange({ comparison, of: current }, evidenceOf(catalogue, [current, base]))
            .verdict;
        };
        if (audit(1) === 'INCONSISTENT') expect(audit(3)).toBe('INCONSISTENT');
      }),
      { numRuns: 200 },
    );
  });
});
