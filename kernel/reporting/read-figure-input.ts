import type { ComparisonInput, ObservationInput } from '../../generated/kernel.ts';
import type { Catalogue } from '../data-files/read-sector-data.ts';
import { formatDecimal, parseDecimal, toDecimal128, type Decimal } from '../decimal.ts';
import { CodedError } from '../errors.ts';
import { parsePrintedFigure } from '../printed/printed-figure.ts';
import { isUnitWords } from '../proof/unit-words.ts';
import { agencies } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { previousPeriod, yearBefore } from '../time-period/sequence.ts';
import type { TimePeriod } from '../time-period/time-period.ts';
import { checkFigure } from './check-figure.ts';
import type { StatedComparison, WrittenPrecision } from './figure-row.ts';
import type { RecordFaults } from './record-faults.ts';
import { bilingualOf } from './read-text.ts';
import type { ReportedFigure } from './reported-figure.ts';

/** A figure that was given, understood. */
export interface GivenFigure {
  readonly figure: ReportedFigure;
  readonly precision: WrittenPrecision;
  readonly comparisons: readonly StatedComparison[];
}
type FigureParts = Pick<ReportedFigure, 'value' | 'lower' | 'upper' | 'outOf' | 'qualifier'>;
/** The part of an input that says the figure itself: as it would be printed, or as decimals. */
export type FigureInput = Pick<
  ObservationInput,
  'asPrinted' | 'value' | 'lower' | 'upper' | 'outOf' | 'qualifier'
>;

const exactly: WrittenPrecision = { resolution: null, multiplied: false };

/** Reads and checks one figure; what is wrong goes to `faults`, and null comes back. */
export function readFigureInput(
  input: ObservationInput,
  index: number,
  catalogue: Catalogue,
  faults: RecordFaults,
): GivenFigure | null {
  const { status = 'REPORTED', note } = input;
  if (status === 'IMPLIED' || status === 'DERIVED') {
    faults.add(index, 'status', `${status} figures are computed, and cannot be reported`);
    return null;
  }
  const written = faults.read(index, 'asPrinted', () => readFigure(input, input.indicator, catalogue));
  const period = faults.read(index, 'period', () => parseTimePeriod(input.period));
  if (written === null || period === null) return null;
  const figure: ReportedFigure = {
    indicator: input.indicator,
    period: period.id,
    province: codeOr(input.province, (text) => provinces.find(text)?.code),
    agency: codeOr(input.agency, (text) => agencies.find(text)?.code),
    scope: input.scopeCode ?? null,
    ...written.parts,
    status,
    note: note ?? null,
  };
  const found = checkFigure(figure, catalogue);
  for (const { field, message } of found) faults.add(index, field, message);
  const comparisons = (input.comparisons ?? []).map((comparison, place) =>
    faults.read(index, `comparisons.${place}`, () => readComparison(comparison, period)),
  );
  const read = comparisons.filter((comparison) => comparison !== null);
  if (found.length > 0 || read.length < comparisons.length) return null;
  return { figure, precision: written.precision, comparisons: read };
}

/** Refuses (INVALID_ARGUMENT, PRINTED_FIGURE_UNREADABLE) a figure given both ways, and one in another unit. */
export function readFigure(
  input: FigureInput,
  indicator: string,
  catalogue: Catalogue,
): { readonly parts: FigureParts; readonly precision: WrittenPrecision } {
  const { asPrinted, value, lower, upper, outOf, qualifier } = input;
  if (asPrinted == null)
    return {
      parts: {
        value: value ?? null,
        lower: lower ?? null,
        upper: upper ?? null,
        outOf: outOf ?? null,
        qualifier: qualifier ?? (value == null && lower == null && upper == null ? 'NOT_STATED' : 'EXACT'),
      },
      precision: exactly,
    };
  if ([value, lower, upper, outOf, qualifier].some((given) => given != null))
    throw new CodedError(
      'INVALID_ARGUMENT',
      'give the figure either asPrinted, or as value, lower, upper, outOf and qualifier',
    );
  return readPrinted(asPrinted, indicator, catalogue);
}

function readPrinted(text: string, code: string, { indicators, units }: Catalogue) {
  const printed = parsePrintedFigure(text);
  const indicator = indicators.get(code);
  const unit = indicator && units.get(indicator.unit);
  if (unit !== undefined) {
    const isPercentage = unit.kind === 'SHARE' || unit.kind === 'PERCENT';
    if (printed.percent !== isPercentage && printed.outOf === null)
      throw new CodedError(
        'INVALID_ARGUMENT',
        isPercentage
          ? 'the indicator is in percent: print a %'
          : `the indicator is in ${unit.name.en}, not in %`,
      );
    if (!printed.percent && !isUnitWords(printed.unitWords, unit, units.values()))
      throw new CodedError(
        'INVALID_ARGUMENT',
        `the indicator is in ${unit.name.en}: print ${unit.printed.join(' or ')} behind the number, or nothing`,
      );
  }
  const decimal = (figure: Decimal | null) => (figure === null ? null : formatDecimal(figure));
  return {
    parts: {
      value: decimal(printed.value),
      lower: decimal(printed.lower),
      upper: decimal(printed.upper),
      outOf: decimal(printed.outOf),
      qualifier: printed.qualifier,
    },
    precision: { resolution: printed.resolution, multiplied: printed.multiplied },
  };
}

/** The code of what is called so, else the text as it was given, for the check to name. */
function codeOr(text: string | null | undefined, find: (text: string) => string | undefined): string | null {
  return text == null ? null : (find(text) ?? text);
}

/** A change as it is stated, signed by its direction. */
export function readComparison(input: ComparisonInput, period: TimePeriod): StatedComparison {
  const { base, basePeriod, benchmark, direction, unit, stated, qualifier } = input;
  if ((unit == null) !== (stated == null))
    throw new CodedError('INVALID_ARGUMENT', 'unit and stated must be given together, or neither');
  if (stated != null && stated.startsWith('-'))
    throw new CodedError('INVALID_ARGUMENT', 'stated must have no sign: the direction says which way');
  if (base === 'BENCHMARK' && benchmark == null)
    throw new CodedError('INVALID_ARGUMENT', 'benchmark must say whom a BENCHMARK compares with');
  const signed =
    stated == null
      ? null
      : direction === 'DOWN' && unit !== 'MULTIPLE'
        ? parseDecimal(stated).negated()
        : parseDecimal(stated);
  return {
    base,
    basePeriod: basePeriodOf(input, period, basePeriod ?? null),
    benchmark: benchmark == null ? null : bilingualOf(benchmark),
    direction,
    printedUnit: unit ?? null,
    qualifier: qualifier ?? (stated == null ? 'NOT_STATED' : 'EXACT'),
    stated: signed === null ? null : toDecimal128(signed),
  };
}

function basePeriodOf({ base }: ComparisonInput, period: TimePeriod, given: string | null): string | null {
  if (given !== null) return parseTimePeriod(given).id;
  switch (base) {
    case 'YEAR_ON_YEAR':
      return yearBefore(period).id;
    case 'PERIOD_ON_PERIOD':
      return previousPeriod(period).id;
    case 'SINCE':
      throw new CodedError('INVALID_ARGUMENT', 'basePeriod must say since when a change is stated');
    case 'BENCHMARK':
    case 'UNSTATED':
      return null;
  }
}
