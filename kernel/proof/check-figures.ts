import type { ObservationRecord, TargetRecord, UnitRecord } from '../data-files/formats.ts';
import type { Catalogue } from '../data-files/read-sector-data.ts';
import { parseDecimal, type Decimal } from '../decimal.ts';
import { readFigure, type PrintedFigure } from '../printed/printed-figure.ts';
import { quoted } from '../quoted.ts';
import type { ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';
import { isUnitWords } from './unit-words.ts';

type FigureRecord = ObservationRecord | TargetRecord;

/**
 * What is stored of every observation and target is what its printed figure says, to the digit, and in its
 * unit.
 */
export function checkFigures({
  documents,
  catalogue,
}: Pick<SectorToProve, 'documents' | 'catalogue'>): ProofFault[] {
  return documents.flatMap(({ observations, targets }) =>
    [...observations, ...targets].flatMap(({ record, at }) =>
      figureFaults(record, catalogue).map((fault) => ({ check: 'FIGURES' as const, at, fault })),
    ),
  );
}

/** What does not agree in one record; empty where all does. */
export function figureFaults(
  record: FigureRecord,
  catalogue: Pick<Catalogue, 'units' | 'indicators'>,
): string[] {
  const shape = shapeFault(record);
  if (shape !== null) return [shape];
  const { printed } = record.cite;
  if (record.qualifier === 'NOT_STATED') {
    if (printed !== undefined) return ['no figure is stated, so none must be given as printed'];
    const tells = 'comparisons' in record ? record.comparisons.length > 0 : true;
    return tells ? [] : ['neither a figure nor a change is stated'];
  }
  if (printed === undefined) return ['the figure as printed is missing'];
  const figure = readFigure(printed);
  if (figure === null) return [`${quoted(printed)} cannot be read as a figure`];
  const indicator = catalogue.indicators.get(record.indicator);
  const unit = indicator && catalogue.units.get(indicator.unit);
  if (unit === undefined) return ['the indicator or its unit is missing from the catalogue'];
  return [...valueFaults(record, figure), ...unitFaults(figure, unit, catalogue.units.values())];
}

/** A record has a value, or both ends, or neither; the qualifier says which. */
function shapeFault({ qualifier, value, lower, upper, ...rest }: FigureRecord): string | null {
  const given = [value !== undefined, lower !== undefined, upper !== undefined].join();
  const ends = qualifier === 'RANGE' || qualifier === 'ORDER_OF_MAGNITUDE';
  const needed = qualifier === 'NOT_STATED' ? [false, false, false] : [!ends, ends, ends];
  if (given !== needed.join())
    return `${qualifier} does not go with the fields given of value, lower and upper`;
  const hasWhole = 'outOf' in rest && rest.outOf !== undefined;
  return hasWhole && value === undefined ? 'outOf must stand beside a value' : null;
}

function valueFaults(record: FigureRecord, figure: PrintedFigure): string[] {
  const outOf = 'outOf' in record ? record.outOf : undefined;
  const stored = { value: record.value, lower: record.lower, upper: record.upper, outOf };
  const faults = Object.entries(stored).flatMap(([field, text]) => {
    const printed = figure[field as keyof typeof stored];
    return sameDecimal(text, printed)
      ? []
      : [`${field} is ${text ?? 'absent'}, but ${shown(printed)} is printed`];
  });
  if (record.qualifier !== figure.qualifier)
    faults.push(`qualifier is ${record.qualifier}, but ${figure.qualifier} is printed`);
  return faults;
}

/** The same number; both absent counts as the same. */
export function sameDecimal(stored: string | undefined, printed: Decimal | null): boolean {
  return stored === undefined ? printed === null : printed !== null && parseDecimal(stored).eq(printed);
}

function shown(printed: Decimal | null): string {
  return printed === null ? 'none' : printed.toFixed();
}

function unitFaults(figure: PrintedFigure, unit: UnitRecord, units: Iterable<UnitRecord>): string[] {
  const { code } = unit;
  const isPercentage = unit.kind === 'SHARE' || unit.kind === 'PERCENT';
  if (figure.percent !== isPercentage)
    return [
      `${code} is ${isPercentage ? 'a' : 'no'} percentage, but the figure has ${figure.percent ? 'a' : 'no'} %`,
    ];
  if (figure.percent)
    return figure.unitWords === ''
      ? []
      : [`the words behind the % are no part of it: ${quoted(figure.unitWords)}`];
  return isUnitWords(figure.unitWords, unit, units)
    ? []
    : [`${quoted(figure.unitWords)} is none of the words of unit ${code}: ${unit.printed.join(' · ')}`];
}
