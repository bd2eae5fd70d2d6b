import type { Decimal } from '../decimal.ts';
import type { Qualifier } from '../vocabulary.ts';
import { aboutFigure } from './about-figure.ts';
import { cutToKind } from './cut-to-kind.ts';
import { exactFigure } from './exact-figure.ts';
import { negateInterval, unbounded, type Interval } from './interval.ts';
import { lessThanFigure, moreThanFigure } from './one-sided-figure.ts';
import type { PrintedPrecision } from './printed-precision.ts';

export interface QualifiedFigure extends PrintedPrecision {
  /** Null where none is printed: of a RANGE, an ORDER_OF_MAGNITUDE, and what is NOT_STATED. */
  readonly value: Decimal | null;
  readonly lower: Decimal | null;
  readonly upper: Decimal | null;
  readonly qualifier: Qualifier;
}

/**
 * The interval that a figure stands for, by its qualifier, its printed digits and its unit, in the figure's
 * own unit. Each rule stands with its reason in a file of this folder. A negative figure is a printed
 * magnitude with the sign of its direction ("giảm hơn 26%" is −26, MORE_THAN), so its interval is the
 * magnitude's, turned. A figure without the value that its qualifier needs is unbounded.
 */
export function figureInterval(figure: QualifiedFigure): Interval {
  const { value, lower, upper, qualifier } = figure;
  if (qualifier === 'NOT_STATED') return unbounded;
  if (qualifier === 'RANGE') return betweenEnds(lower, upper, true);
  if (qualifier === 'ORDER_OF_MAGNITUDE') return betweenEnds(lower, upper, false);
  if (value === null) return unbounded;
  const magnitude = value.abs();
  const interval = cutToKind(ofMagnitude(magnitude, qualifier, figure), figure.kind, magnitude);
  return value.lt(0) ? negateInterval(interval) : interval;
}

function ofMagnitude(
  value: Decimal,
  qualifier: Exclude<Qualifier, 'NOT_STATED' | 'RANGE' | 'ORDER_OF_MAGNITUDE'>,
  precision: PrintedPrecision,
): Interval {
  switch (qualifier) {
    case 'EXACT':
      return exactFigure(value, precision);
    case 'ABOUT':
      return aboutFigure(value, precision.resolution);
    case 'MORE_THAN':
      return moreThanFigure(value, precision);
    case 'NEARLY':
    case 'LESS_THAN':
      return lessThanFigure(value, precision);
    case 'AT_LEAST':
      return { ...unbounded, lower: value, lowerIncluded: true };
    case 'AT_MOST':
      return { ...unbounded, upper: value, upperIncluded: true };
  }
}

/** The ends as printed; the top of an order of magnitude is the next order's bottom, and out. */
function betweenEnds(lower: Decimal | null, upper: Decimal | null, topIncluded: boolean): Interval {
  return { lower, upper, lowerIncluded: lower !== null, upperIncluded: upper !== null && topIncluded };
}
