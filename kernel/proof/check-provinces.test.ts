import { expect, test } from 'vitest';
import { cite, citeStatement, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkProvinces } from './check-provinces.ts';

const line = 'Ở TP.Hà Nội, Hoà Bình đã xong; các nơi khác chưa.';
const other = 'Sở TT&TT Đắc Nông báo cáo.';

function faultsOf(provinces: string[], context: object[] = []): string[] {
  const highlight = {
    id: 'a',
    kind: 'RESULT',
    text: { vi: 'a', en: 'a' },
    provinces,
    cite: citeStatement(line, 'Ở TP.Hà Nội, Hoà Bình đã xong'),
    context,
  };
  return checkProvinces(madeUpSector({ highlights: [highlight] }), madeUpLines(line, other)).map(
    ({ fault }) => fault,
  );
}

test('takes any spelling of a province, in the statement or in a context', () => {
  expect(faultsOf(['01', '17'])).toEqual([]);
  expect(faultsOf(['67'], [{ for: 'SUBJECT', ...cite(other, 'Đắc Nông', { number: 2 }) }])).toEqual([]);
});

test('finds a province that is not named there, and none in a part of a word', () => {
  expect(faultsOf(['67'])).toEqual(['province 67 is not named in what it cites']);
  expect(faultsOf(['30'])).toHaveLength(1);
});
