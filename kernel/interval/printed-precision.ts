import type { Decimal } from '../decimal.ts';
import type { UnitKind } from '../vocabulary.ts';

/** How finely a figure is printed, and what it measures. */
export interface PrintedPrecision {
  /** One unit of the last printed digit; null where no digits are printed. */
  readonly resolution: Decimal | null;
  /** True where a word as "triệu" multiplies the digits. */
  readonly multiplied: boolean;
  readonly kind: UnitKind;
}
