import { Decimal, formatDecimal } from '../decimal.ts';

/** What a spreadsheet keeps of a number that a person types, and shows of any. */
const SPREADSHEET_DIGITS = 15;
const LONGEST = 100;

export type NumberCellReading =
  | { readonly kind: 'NUMBER'; readonly digits: string }
  /** It has more digits than a spreadsheet shows: `shown` is what a person sees of it. */
  | { readonly kind: 'INEXACT'; readonly digits: string; readonly shown: string }
  | { readonly kind: 'UNREADABLE' };

const double = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/u;

/**
 * What a number cell of a workbook stands for. The cell holds an IEEE 754 double, and the file writes it with up to 17
 * digits: a typed 7.39 as 7.3899999999999997. So the text is taken for the double it names, and the double for the
 * shortest decimal that names it (ECMA-262, Number::toString), which is what was typed; nothing is computed on the way.
 * A spreadsheet keeps 15 digits of what is typed, so a decimal that needs more was computed: 0.1+0.2 is
 * 0.30000000000000004 there, and shown as 0.3. Which of the two is meant is for the team to say, not for us.
 */
export function readNumberCell(text: string): NumberCellReading {
  const value = double.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) return { kind: 'UNREADABLE' };
  const exact = new Decimal(String(value));
  const digits = formatDecimal(exact.isZero() ? exact.abs() : exact);
  if (digits.length > LONGEST) return { kind: 'UNREADABLE' };
  if (exact.precision() <= SPREADSHEET_DIGITS) return { kind: 'NUMBER', digits };
  const shown = formatDecimal(new Decimal(value.toPrecision(SPREADSHEET_DIGITS)));
  return { kind: 'INEXACT', digits, shown };
}

/** Whether a spreadsheet holds `digits` in a number cell without losing any. */
export function fitsNumberCell(digits: string): boolean {
  const reading = readNumberCell(digits);
  return (
    new Decimal(digits).precision() <= SPREADSHEET_DIGITS &&
    reading.kind === 'NUMBER' &&
    reading.digits === digits
  );
}
