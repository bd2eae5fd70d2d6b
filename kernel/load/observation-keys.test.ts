import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodBases } from '../vocabulary.ts';
import { seriesKey, vintageKey, type SeriesDimensions } from './observation-keys.ts';

const plain: SeriesDimensions = {
  indicator: 'telecom.revenue.mobile',
  basis: 'FLOW',
  province: null,
  agency: null,
  scope: null,
  forecast: false,
};

test('the key of a plain figure is its indicator and basis', () => {
  expect(seriesKey(plain)).toBe('telecom.revenue.mobile:FLOW');
});

test('what makes a figure another one is named, in a fixed order', () => {
  const key = seriesKey({ forecast: true, scope: 'RURAL', agency: 'MIC', province: '30', ...dimensions() });
  expect(key).toBe('telecom.revenue.mobile:AS_OF:province=30:agency=MIC:scope=RURAL:forecast');
});
const dimensions = () => ({ indicator: 'telecom.revenue.mobile', basis: 'AS_OF' }) as const;

test('a forecast is no vintage of the actual figure', () => {
  const actual = vintageKey(seriesKey(plain), '2022-12');
  expect(vintageKey(seriesKey({ ...plain, forecast: true }), '2022-12')).not.toBe(actual);
  expect(actual).toBe('telecom.revenue.mobile:FLOW@2022-12');
});

test('two series have one key only where all their dimensions are the same', () => {
  const code = fc.option(fc.constantFrom('A', 'B', '01', '30'), { nil: null });
  const series = fc.record({
    indicator: fc.constantFrom('a.b', 'a.b.c'),
    basis: fc.constantFrom(...periodBases),
    province: code,
    agency: code,
    scope: code,
    forecast: fc.boolean(),
  });
  fc.assert(
    fc.property(series, series, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(seriesKey(one) === seriesKey(other)).toBe(same);
    }),
  );
});
