import { expect, test } from 'vitest';
import { cite, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkStatuses } from './check-statuses.ts';

function faultsOf(line: string, status: string): string[] {
  const observation = {
    indicator: 'made-up.parcels',
    period: '2020-07',
    value: '12',
    status,
    cite: cite(line, '12 bưu kiện'),
  };
  return checkStatuses(madeUpSector({ observations: [observation] }), madeUpLines(line)).map(
    ({ fault }) => fault,
  );
}

test.each([
  ['Sản lượng ước đạt 12 bưu kiện', 'ESTIMATED'],
  ['Ước đến cuối kỳ sau sẽ đạt 12 bưu kiện', 'FORECAST'],
  ['Sản lượng đạt 12 bưu kiện', 'REPORTED'],
  ['Doanh thu ước đạt 3 tỷ, sản lượng đạt 12 bưu kiện', 'REPORTED'],
])('lets %s pass as %s', (line, status) => {
  expect(faultsOf(line, status)).toEqual([]);
});

test.each([
  ['Sản lượng ước đạt 12 bưu kiện', 'REPORTED', /status is REPORTED, but "ước" stands before "12 bưu kiện"/u],
  ['Sản lượng đạt 12 bưu kiện', 'ESTIMATED', /status is ESTIMATED, but no "ước" stands/u],
  [
    'Doanh thu ước đạt 3 tỷ; sản lượng đạt 12 bưu kiện',
    'FORECAST',
    /status is FORECAST, but no "ước" stands/u,
  ],
])('finds that %s is not %s', (line, status, message) => {
  expect(faultsOf(line, status)).toEqual([expect.stringMatching(message)]);
});
