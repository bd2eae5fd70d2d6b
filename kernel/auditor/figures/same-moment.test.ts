import { expect, test } from 'vitest';
import { sameMoment } from './same-moment.ts';

test.each([
  ['2019', ['2019', '2019-12-31', '2019-12', '2019-Q4', '2019-S2']],
  ['2019-12', ['2019-12', '2019-12-31', '2019-Q4', '2019-S2', '2019']],
  ['2020-07-31', ['2020-07-31', '2020-07']],
  ['2020-06', ['2020-06', '2020-06-30', '2020-Q2', '2020-S1']],
  ['2020-08-04', ['2020-08-04']],
])('a stock of %s is that of its last day', (period, same) => {
  const ids = sameMoment(period, 'AS_OF');
  expect(ids[0]).toBe(period);
  expect([...ids].sort()).toEqual([...same].sort());
});

test.each(['FLOW', 'YEAR_TO_DATE', 'AVERAGE'] as const)('a period of %s is itself alone', (basis) => {
  expect(sameMoment('2019-12', basis)).toEqual(['2019-12']);
});
