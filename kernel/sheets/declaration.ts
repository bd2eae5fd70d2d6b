import { isNumberFormat, type NumberFormat } from './number-format.ts';

/** The form of the sheets that this version writes and reads. */
export const SHEET_FORMAT = 'giaoban-figures/1';

/** What a file says of itself: a workbook in a hidden sheet, a CSV file in its first line. */
export interface Declaration {
  /** SHEET_FORMAT; null for a file that is none of ours. */
  readonly format: string | null;
  /** The sector's folder: telecom. */
  readonly sector: string | null;
  readonly edition: string | null;
  readonly numbers: NumberFormat | null;
  /** Of a workbook: the name of the sheet with the figures. */
  readonly sheet: string | null;
}

export const undeclared: Declaration = {
  format: null,
  sector: null,
  edition: null,
  numbers: null,
  sheet: null,
};

export function declarationOf(entries: ReadonlyMap<string, string>): Declaration {
  const numbers = entries.get('numbers');
  return {
    format: entries.get('format') ?? null,
    sector: entries.get('sector') ?? null,
    edition: entries.get('edition') ?? null,
    numbers: numbers !== undefined && isNumberFormat(numbers) ? numbers : null,
    sheet: entries.get('sheet') ?? null,
  };
}

/** The first line of a CSV file: `# format=giaoban-figures/1 sector=telecom edition=2022-09 numbers=vi`. */
export function declarationLine(entries: Readonly<Record<string, string | null>>): string {
  const words = Object.entries(entries).flatMap(([name, text]) => (text === null ? [] : [`${name}=${text}`]));
  return `# ${words.join(' ')}`;
}

export function readDeclarationLine(line: string): Declaration {
  const pairs = [...line.matchAll(/(\w+)=([^\s,;"]+)/gu)].map(
    ([, name = '', text = '']) => [name, text] as const,
  );
  return declarationOf(new Map(pairs));
}
