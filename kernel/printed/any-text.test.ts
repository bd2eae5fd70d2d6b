import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodedError } from '../errors.ts';
import { parsePrintedChange } from './printed-change.ts';
import { parsePrintedDeadline } from './printed-deadline.ts';
import { parsePrintedFigure } from './printed-figure.ts';

/** Words that the readers know, in any order, glued in any way. */
const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'khoảng',
        'trên',
        'gần',
        'hàng',
        'từ',
        'đến',
        'trước',
        'trong',
        'năm',
        'tháng',
        'quý',
        'ngày',
        'tuần',
      ],
      ...[
        'không',
        'một',
        'mười',
        'lăm',
        'trăm',
        'nghìn',
        'tỷ',
        'tăng',
        'giảm',
        'gấp',
        'đôi',
        'lần',
        'điểm',
        'cuối',
      ],
      ...[
        '5',
        '46/63',
        '30/9',
        '2020',
        '7,39',
        '5.000',
        '99999999999999999999',
        '0',
        '%',
        '-',
        '/',
        ',',
        '.',
        '(',
        'iii',
      ],
    ),
    { maxLength: 8 },
  )
  .chain((words) => fc.constantFrom(' ', '').map((glue) => words.join(glue)));
const anyText = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }));

describe.each([
  ['parsePrintedFigure', (text: string) => parsePrintedFigure(text)],
  ['parsePrintedChange', (text: string) => parsePrintedChange(text)],
  ['parsePrintedDeadline', (text: string) => parsePrintedDeadline(text, '2020-08-04')],
])('%s', (_, parse) => {
  test('reads any text or refuses it with its code, and never fails otherwise', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CodedError);
          expect(error).toHaveProperty('code', 'PRINTED_FIGURE_UNREADABLE');
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('reads the same from either Unicode form', () => {
    const answer = (text: string) => {
      try {
        return JSON.stringify(parse(text));
      } catch {
        return 'refused';
      }
    };
    fc.assert(
      fc.property(soup, (text) => {
        expect(answer(text.normalize('NFD'))).toBe(answer(text));
      }),
    );
  });
});

test('a deadline never ends before it begins', () => {
  fc.assert(
    fc.property(soup, (text) => {
      try {
        const { earliest, latest } = parsePrintedDeadline(text, '2020-08-04');
        if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(CodedError);
      }
    }),
    { numRuns: 1500 },
  );
});
