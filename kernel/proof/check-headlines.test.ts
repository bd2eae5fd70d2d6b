import { expect, test } from 'vitest';
import { madeUpIdentity, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { Faults } from '../data-files/read-yaml.ts';
import { rowsFromData } from '../load/rows-from-data.ts';
import { readSectors } from '../sectors.ts';
import { checkHeadlines, headlinesOf } from './check-headlines.ts';

const parcels = { period: '2020-07', value: '12', cite: { line: 1, start: 0, end: 2, printed: '12' } };

function faultsOf(...records: object[]) {
  const observations = records.map((record) => ({ indicator: 'made-up.parcels', ...parcels, ...record }));
  const rows = rowsFromData(madeUpSector({ observations }), new Faults()).observations;
  return checkHeadlines(madeUpIdentity, { parcels: 'made-up.parcels' }, rows);
}

test('one figure an edition may claim a headline', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({}, { role: 'BASE' }, { period: '2020-06' }, { province: '01' })).toEqual([]);
});

test('two of the same period are a fault', () => {
  expect(faultsOf({}, { value: '13' })).toMatchObject([
    {
      check: 'HEADLINES',
      at: 'subgraphs/made-up/schema.graphql (parcels, edition 2020-07)',
      fault: expect.stringMatching(/both claim the headline/u),
    },
  ]);
});

test("a sector's headlines are those that its schema binds to indicators of its own", () => {
  const sectors = readSectors();
  for (const sector of sectors) {
    const bound = Object.values(headlinesOf(sector, sectors));
    expect(bound.every((code) => code.startsWith(`${sector.folder}.`))).toBe(true);
    if (sector.kind === 'SECTOR') expect(bound).not.toEqual([]);
  }
});
