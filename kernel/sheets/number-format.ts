import { CodedError } from '../errors.ts';
import { formatDecimal, parseDecimal } from '../decimal.ts';

/**
 * How numbers are written in a file. Declared with the file, never guessed from it: "1.234" is one thousand two hundred
 * and thirty-four in the one and one and a quarter in the other.
 */
export const numberFormats = ['vi', 'international'] as const;
export type NumberFormat = (typeof numberFormats)[number];

export type NumberReading =
  /** Plain digits with a point, without needless zeros. */
  | { readonly kind: 'NUMBER'; readonly digits: string }
  /** No number of the declared format, but one of the other. */
  | { readonly kind: 'OTHER_FORMAT' }
  /** A number of more than 34 digits. */
  | { readonly kind: 'TOO_LONG' }
  | { readonly kind: 'UNREADABLE' };

interface Marks {
  readonly thousands: string;
  readonly decimal: string;
}
const marks: Readonly<Record<NumberFormat, Marks>> = {
  vi: { thousands: '.', decimal: ',' },
  international: { thousands: ',', decimal: '.' },
};
const shapes: Readonly<Record<NumberFormat, RegExp>> = {
  vi: shapeOf(marks.vi),
  international: shapeOf(marks.international),
};

/** Separators in groups of three from the right or none at all; no leading zeros, no sign but a minus. */
function shapeOf({ thousands, decimal }: Marks): RegExp {
  return new RegExp(
    `^[-\u2212]?(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:[${thousands}]\\d{3})+)(?:[${decimal}]\\d+)?$`,
    'u',
  );
}

/** Reads a number as written in a cell; blanks around it do not matter, anything else besides it does. */
export function readNumber(text: string, format: NumberFormat): NumberReading {
  const trimmed = text.trim();
  if (!shapes[format].test(trimmed)) {
    const other = format === 'vi' ? 'international' : 'vi';
    return { kind: shapes[other].test(trimmed) ? 'OTHER_FORMAT' : 'UNREADABLE' };
  }
  const { thousands, decimal } = marks[format];
  const plain = trimmed.replaceAll(thousands, '').replace(decimal, '.').replace('\u2212', '-');
  try {
    return { kind: 'NUMBER', digits: formatDecimal(parseDecimal(plain)) };
  } catch (error) {
    if (error instanceof CodedError) return { kind: 'TOO_LONG' };
    throw error;
  }
}

/** Writes plain digits so that `readNumber` gives them back; no thousands separators, which programs stumble over. */
export function writeNumber(digits: string, format: NumberFormat): string {
  return digits.replace('.', marks[format].decimal);
}

export function isNumberFormat(text: string): text is NumberFormat {
  return (numberFormats as readonly string[]).includes(text);
}
