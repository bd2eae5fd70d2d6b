import type { LocalDate } from '../../kernel/local-date.ts';

interface Placed {
  readonly edition: string;
  readonly document: string | null;
  readonly ordinal: number;
  /** Of a figure: the day from which a correction took its place. */
  readonly supersededFrom?: LocalDate | null;
}

/** What stands in the edition now, in the order of its documents. */
export function editionRows<Row extends Placed>(rows: readonly Row[], edition: string): Row[] {
  return rows
    .filter((row) => row.edition === edition && (row.supersededFrom ?? null) === null)
    .sort((a, b) => (a.document ?? '').localeCompare(b.document ?? '') || a.ordinal - b.ordinal);
}
