import { Decimal as DecimalJs } from 'decimal.js';
import { Types } from 'mongoose';
import { CodedError } from './errors.ts';
import { quoted } from './quoted.ts';

/**
 * Every figure of the system. 40 digits: six more than a stored figure can have, so that a quotient of two is
 * still exact to the last digit anyone prints. Never written with an exponent, whatever its size. A clone,
 * not `Decimal.set`: the library's own constructor is shared with whoever else imports it.
 */
const Decimal = DecimalJs.clone({ precision: 40, toExpNeg: -9e15, toExpPos: 9e15 });
type Decimal = DecimalJs;
export { Decimal };

/** What IEEE 754 decimal128, MongoDB's type, holds without loss. */
const MOST_DIGITS = 34;
/** Room for the zeros before or behind those digits; bounds the work that a caller's text can ask for. */
const LONGEST = 100;
const plainDigits = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;

/**
 * A decimal from plain digits with a point: "18800000000000", "-9.6". At most 34 significant digits, what a
 * Decimal128 stores without loss. Refuses (INVALID_DECIMAL) exponents, separators, leading zeros, and any
 * sign but "-".
 */
export function parseDecimal(text: string): Decimal {
  if (typeof text === 'string' && text.length <= LONGEST && plainDigits.test(text)) {
    const value = new Decimal(text);
    if (value.precision() <= MOST_DIGITS) return withoutNegativeZero(value);
  }
  throw new CodedError(
    'INVALID_DECIMAL',
    `A decimal must be plain digits with a point, at most ${MOST_DIGITS} significant ones, as in "-9.6", but got: ${quoted(text)}`,
  );
}

/**
 * Plain digits: no exponent, no trailing zeros, no "-0". Refuses (INVALID_DECIMAL) what is no number (NaN,
 * Infinity).
 */
export function formatDecimal(value: Decimal): string {
  if (!value.isFinite())
    throw new CodedError('INVALID_DECIMAL', `A figure must be finite, but got: ${value.toString()}`);
  return value.toFixed();
}

/**
 * For MongoDB. A figure of more than 34 digits (a quotient) is rounded half up to 34, the most that
 * Decimal128 holds.
 */
export function toDecimal128(value: Decimal): Types.Decimal128 {
  return Types.Decimal128.fromString(formatDecimal(value.toSignificantDigits(MOST_DIGITS)));
}

/** A text of plain digits for MongoDB; null where there is none. Refuses what parseDecimal does. */
export function storedDecimal(text: string | null | undefined): Types.Decimal128 | null {
  return text == null ? null : toDecimal128(parseDecimal(text));
}

/** From MongoDB. Refuses (INVALID_DECIMAL) a stored NaN or Infinity. */
export function fromDecimal128(stored: Types.Decimal128): Decimal {
  const value = new Decimal(stored.toString());
  if (!value.isFinite())
    throw new CodedError('INVALID_DECIMAL', `A stored figure must be finite, but got: ${stored.toString()}`);
  return withoutNegativeZero(value);
}

function withoutNegativeZero(value: Decimal): Decimal {
  return value.isZero() ? value.abs() : value;
}
