import { describe, expect, test } from 'vitest';
import { cite, citeStatement, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkSpans } from './check-spans.ts';

const line = 'Trong kỳ có 1.250 bưu kiện; 46/63 tỉnh đã gửi.';
const linesOf = madeUpLines(line);
const parcels = { indicator: 'made-up.parcels', period: '2020-07', value: '1250' };

function faultsOf(cited: object) {
  return checkSpans(madeUpSector({ observations: [{ ...parcels, cite: cited }] }), linesOf).map(
    ({ fault }) => fault,
  );
}

describe('checkSpans', () => {
  test('lets a span pass that holds what is printed', () => {
    expect(faultsOf(cite(line, '1.250 bưu kiện'))).toEqual([]);
  });

  test.each([
    ['shifted by one', { start: 11, end: 25 }, /must hold "1\.250 bưu kiện", but holds " 1\.250 bưu kiệ"/u],
    ['in another line', { line: 2 }, /no such line/u],
    ['beyond the line', { start: 12, end: 99 }, /does not lie in the line/u],
    ['empty', { start: 12, end: 12 }, /does not lie in the line/u],
    ['other digits', { printed: '1.251 bưu kiện' }, /but holds "1\.250 bưu kiện"/u],
  ])('finds a span %s', (_, change, message) => {
    expect(faultsOf({ ...cite(line, '1.250 bưu kiện'), ...change })).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('holds printed words in either Unicode form against the line', () => {
    expect(faultsOf({ ...cite(line, '1.250 bưu kiện'), printed: '1.250 bưu kiện'.normalize('NFD') })).toEqual(
      [],
    );
  });

  test.each(['1.250 bưu kiệ', '.250 bưu kiện', '1.25'])('finds the word or number that %s cuts', (text) => {
    expect(faultsOf(cite(line, text))).toEqual([
      expect.stringMatching(/cuts (a word|the number 1\.250) in two/u),
    ]);
  });

  test('takes the whole of a fraction for a figure of its own only where the fraction is cited too', () => {
    const whole = {
      indicator: 'made-up.provinces',
      period: '2020-07',
      value: '63',
      cite: cite(line, '63 tỉnh'),
    };
    const part = { ...whole, value: '46', outOf: '63', cite: cite(line, '46/63 tỉnh') };
    const check = (...observations: object[]) => checkSpans(madeUpSector({ observations }), linesOf);
    expect(check(part, whole)).toEqual([]);
    expect(check(whole)).toMatchObject([{ fault: expect.stringMatching(/cuts the number 46\/63/u) }]);
  });

  test('holds statements, contexts, deadlines, progress and exclusions to it as well', () => {
    const shifted = { ...cite(line, 'Trong kỳ'), start: 1 };
    const statement = { line: 1, start: 1, end: 8 };
    const task = {
      id: 'a',
      title: { vi: 'a', en: 'a' },
      leadUnits: ['MIC'],
      cite: statement,
      deadline: { cite: shifted, precision: 'NONE' },
      context: [{ for: 'HEADING', ...shifted }],
      progress: [
        {
          on: '2020-08-04',
          text: { vi: 'a', en: 'a' },
          status: 'OPEN',
          document: 'made-up',
          cite: statement,
        },
      ],
    };
    const highlight = { id: 'b', kind: 'RESULT', text: { vi: 'b', en: 'b' }, cite: statement };
    const sector = madeUpSector({
      tasks: [task],
      highlights: [highlight],
      exclusions: [{ ...shifted, reason: 'OTHER' }],
    });
    expect(checkSpans(sector, linesOf)).toHaveLength(6);
  });

  test('asks nothing where the text is not at hand', () => {
    expect(
      checkSpans(
        madeUpSector({
          highlights: [
            { id: 'b', kind: 'RESULT', text: { vi: 'b', en: 'b' }, cite: citeStatement(line, 'kỳ') },
          ],
        }),
        () => null,
      ),
    ).toEqual([]);
  });
});
