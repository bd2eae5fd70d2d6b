import { expect, test } from 'vitest';
import { cite, madeUpDocument, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkDoubles } from './check-doubles.ts';

const line = 'Đạt 100% và 12 bưu kiện.';
const all = { indicator: 'made-up.share', period: '2020-07', value: '100', cite: cite(line, '100%') };
const target = {
  id: 'a',
  indicator: 'made-up.share',
  text: { vi: 'a', en: 'a' },
  value: '100',
  cite: cite(line, '100%'),
};
const sector = (records: object, code: string, document = madeUpDocument) =>
  madeUpSector(records, document, code);

test('one figure is not the observation of two sectors', () => {
  const faults = checkDoubles([sector({ observations: [all] }, 'A'), sector({ observations: [all] }, 'B')]);
  expect(faults).toMatchObject([
    { check: 'DOUBLES', fault: '"100%" of line 1 is an observation of A too: observations.yml:1' },
  ]);
});

test('it may be the target of two, several observations of one, or stand in another document', () => {
  const elsewhere = { ...madeUpDocument, id: 'elsewhere' };
  expect(checkDoubles([sector({ targets: [target] }, 'A'), sector({ targets: [target] }, 'B')])).toEqual([]);
  expect(checkDoubles([sector({ targets: [target] }, 'A'), sector({ observations: [all] }, 'B')])).toEqual(
    [],
  );
  expect(checkDoubles([sector({ observations: [all, { ...all, agency: 'MIC' }] }, 'A')])).toEqual([]);
  expect(
    checkDoubles([sector({ observations: [all] }, 'A'), sector({ observations: [all] }, 'B', elsewhere)]),
  ).toEqual([]);
});
