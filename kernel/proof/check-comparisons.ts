import type { ComparisonRecord, ObservationRecord } from '../data-files/formats.ts';
import type { Catalogue } from '../data-files/read-sector-data.ts';
import type { Placed } from '../data-files/read-yaml.ts';
import { parseDecimal, type Decimal } from '../decimal.ts';
import { parsePrintedChange, type PrintedChange } from '../printed/printed-change.ts';
import type { ChangeDirection } from '../vocabulary.ts';
import type { ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';
import { isUnitWords } from './unit-words.ts';

/** What is stored of every stated change is what it prints: direction, unit, qualifier, number and sign. */
export function checkComparisons({
  documents,
  catalogue,
}: Pick<SectorToProve, 'documents' | 'catalogue'>): ProofFault[] {
  return documents.flatMap(({ observations }) =>
    observations.flatMap(({ record, at }: Placed<ObservationRecord>) => {
      return record.comparisons.flatMap((comparison, index) =>
        comparisonFaults(comparison, record, catalogue).map((fault) => ({
          check: 'COMPARISONS' as const,
          at,
          fault: `comparison ${index + 1}: ${fault}`,
        })),
      );
    }),
  );
}

/** What does not agree in one comparison of an observation; empty where all does. */
export function comparisonFaults(
  record: ComparisonRecord,
  { indicator, comparisons }: Pick<ObservationRecord, 'indicator' | 'comparisons'>,
  { indicators, units }: Pick<Catalogue, 'units' | 'indicators'>,
): string[] {
  const change = readChange(record.cite.printed);
  if (change === null) return [`"${record.cite.printed}" cannot be read as a change`];
  const faults: string[] = [];
  const expect = (field: string, stored: string | null, printed: string | null) => {
    if (stored !== printed)
      faults.push(`${field} is ${stored ?? 'absent'}, but ${printed ?? 'none'} is printed`);
  };
  expect('qualifier', record.qualifier, change.qualifier);
  expect('unit', record.unit ?? null, change.unit);
  expect('stated, without its sign,', magnitudeOf(record.stated), plain(change.stated));
  if (change.direction !== null) expect('direction', record.direction, change.direction);
  else if (!repeatsDirection(record, comparisons))
    faults.push('prints no direction, and no comparison with the same base prints it for this one');
  if (hasWrongSign(record)) faults.push(`stated ${record.stated} has not the sign of ${record.direction}`);
  const unit = units.get(indicators.get(indicator)?.unit ?? '');
  if (change.unit === 'ABSOLUTE' && (!unit || !isUnitWords(change.unitWords, unit, units.values())))
    faults.push(`"${change.unitWords}" is none of the words of the indicator's unit`);
  return faults;
}

function readChange(printed: string): PrintedChange | null {
  try {
    return parsePrintedChange(printed);
  } catch {
    return null;
  }
}

function plain(value: Decimal | null): string | null {
  return value === null ? null : value.toFixed();
}

function magnitudeOf(stated: string | undefined): string | null {
  return stated === undefined ? null : parseDecimal(stated).abs().toFixed();
}

/** A multiple tells the direction in words and is never signed. */
function hasWrongSign({ stated, unit, direction }: ComparisonRecord): boolean {
  if (stated === undefined) return false;
  const sign: Record<ChangeDirection, number> = { UP: 1, DOWN: unit === 'MULTIPLE' ? 1 : -1, UNCHANGED: 0 };
  const value = parseDecimal(stated);
  return sign[direction] === 0
    ? !value.isZero()
    : value.isZero() || value.isNegative() !== sign[direction] < 0;
}

/** "tương đương 63 xuất bản phẩm" says again what another comparison with the same base says. */
function repeatsDirection(record: ComparisonRecord, all: readonly ComparisonRecord[]): boolean {
  return all.some(
    (other) =>
      other !== record &&
      other.base === record.base &&
      other.period === record.period &&
      other.direction === record.direction &&
      readChange(other.cite.printed)?.direction === record.direction,
  );
}
