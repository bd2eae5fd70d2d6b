import { CodedError } from '../errors.ts';
import type { Sector } from '../sectors.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { Bilingual } from '../vocabulary.ts';
import { SHEET_FORMAT } from './declaration.ts';
import { faultTexts } from './fault-texts.ts';
import type { NumberFormat } from './number-format.ts';
import type { SheetFaults } from './sheet-fault.ts';
import type { SheetSource } from './sheet-source.ts';

interface Asked {
  readonly sector: Sector;
  readonly edition: string | null;
  readonly numbers: NumberFormat | null;
}

const names = {
  sector: { vi: 'lĩnh vực', en: 'sector' },
  edition: { vi: 'kỳ giao ban', en: 'edition' },
  numbers: { vi: 'cách viết số', en: 'number format' },
} as const satisfies Record<string, Bilingual>;

/**
 * For which edition a file is, and how its numbers are written: as it declares itself, or as whoever imports it says. Where
 * both speak and differ, neither is believed. Null after a fault.
 */
export function readAs(
  { kind, declared }: SheetSource,
  asked: Asked,
  faults: SheetFaults,
): { readonly edition: string; readonly numbers: NumberFormat | null } | null {
  if (declared.format !== null && declared.format !== SHEET_FORMAT)
    faults.add('FILE', {}, faultTexts.templateVersion(declared.format));
  const settle = <Text extends string>(
    what: keyof typeof names,
    file: Text | null,
    given: Text | null,
  ): Text | null => {
    if (file !== null && given !== null && file !== given)
      faults.add('FILE', {}, faultTexts.declaredOtherwise(names[what], file, given));
    return file ?? given;
  };
  settle('sector', declared.sector, asked.sector.folder);
  const edition = settle(
    'edition',
    editionOf(declared.edition, faults),
    asked.edition === null ? null : editionOf(asked.edition, faults),
  );
  const numbers = settle('numbers', declared.numbers, asked.numbers);
  if (edition === null && faults.total === 0) faults.add('FILE', {}, faultTexts.editionNeeded());
  // The cells of a workbook can be numbers; those of a CSV file are only ever texts.
  if (kind === 'CSV' && numbers === null) faults.add('FILE', {}, faultTexts.numbersNeeded());
  return edition === null || faults.total > 0 ? null : { edition, numbers };
}

function editionOf(text: string | null, faults: SheetFaults): string | null {
  if (text === null) return null;
  try {
    return parseTimePeriod(text).id;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    faults.add('FILE', {}, faultTexts.period(text));
    return null;
  }
}
