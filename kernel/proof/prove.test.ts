import { expect, test } from 'vitest';
import { cite, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { documents } from '../registers/documents.ts';
import { codeFault, prove } from './prove.ts';

const line = 'Gửi 12 bưu kiện.';
const observation = {
  indicator: 'made-up.parcels',
  period: '2020-07',
  value: '13',
  cite: cite(line, '12 bưu kiện'),
};

function report(record: object) {
  const sectors = [madeUpSector({ observations: [record] })];
  return prove({ sectors, headlines: new Map(), linesOf: madeUpLines(line), files: [] });
}

test('gives the faults of every check, and the documents whose text is not at hand', () => {
  expect(report({ ...observation, qualifier: 'ABOUT' })).toMatchObject({
    faults: [{ check: 'FIGURES' }, { check: 'FIGURES' }],
    records: { observations: 1, 'cited places': 1 },
    missingTexts: documents.map(({ id }) => id),
    coverage: [],
  });
  expect(report({ ...observation, value: '12' }).faults).toEqual([]);
});

test.each([
  ['indicator', { indicator: 'made-up.letters' }, /no indicator made-up\.letters/u],
  ['agency', { agency: 'NOBODY' }, /no agency NOBODY/u],
  ['province', { province: '99' }, /no province 99/u],
  ['period', { period: '2020-M7' }, /period/u],
])('where a code is wrong (%s), tells that alone', (_, change, message) => {
  expect(report({ ...observation, ...change }).faults).toEqual([
    { check: 'CODES', at: 'observations.yml:1', fault: expect.stringMatching(message) },
  ]);
});

test("parts the loader's message into place and fault", () => {
  expect(codeFault('a/b.yml:12: there is no unit X: see units.yml')).toEqual({
    check: 'CODES',
    at: 'a/b.yml:12',
    fault: 'there is no unit X: see units.yml',
  });
});
