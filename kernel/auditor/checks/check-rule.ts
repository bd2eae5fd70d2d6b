import type { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import type { CitationRow, ObservationRow } from '../../store/rows.ts';
import type { Bilingual } from '../../vocabulary.ts';
import type { CatalogueRows, Evidence } from '../figures/evidence.ts';
import type { CheckKind, Slip, Verdict } from '../verdicts.ts';

/** What a check found of one figure. */
export interface Finding {
  /** Begins with the sector's code; the same figure, kind and operand have the same id at every reading. */
  readonly id: string;
  readonly kind: CheckKind;
  readonly subject: ObservationRow;
  readonly operands: readonly ObservationRow[];
  readonly stated: Decimal | null;
  readonly computed: Decimal | null;
  readonly interval: Interval | null;
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  readonly explanation: Bilingual;
  readonly citation: CitationRow | null;
}

/** A kind of check: what it needs to be fetched for a row, and what it finds of that row. */
export interface CheckRule {
  readonly kind: CheckKind;
  /** The vintage keys of the other figures it computes from. */
  readonly keys: (row: ObservationRow, catalogue: CatalogueRows) => readonly string[];
  readonly findings: (row: ObservationRow, evidence: Evidence) => readonly Finding[];
}

/** `TELECOM:check:2020-07:telecom.revenue:FLOW@2020-06:SUM`: the subject's id, which is an observation's, and what tells two checks of a kind apart. */
export function findingId({ _id }: ObservationRow, kind: CheckKind, of: string | null): string {
  const checked = _id.replace(':observation:', ':check:');
  return of === null ? `${checked}:${kind}` : `${checked}:${kind}:${of}`;
}
