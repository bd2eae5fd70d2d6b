import type { ObservationStatus, Qualifier } from '../vocabulary.ts';

/** What a team may report of a figure; IMPLIED and DERIVED figures are computed, never reported. */
export type ReportedStatus = Exclude<ObservationStatus, 'IMPLIED' | 'DERIVED'>;

/**
 * One figure as a team reports it, without a document behind it. Figures are exact decimals of plain digits in the
 * indicator's base unit: "7390000000000".
 */
export interface ReportedFigure {
  /** The code of an indicator of the team's catalogue. */
  readonly indicator: string;
  /** SDMX: 2022-09. */
  readonly period: string;
  /** The code of the General Statistics Office; null for the country. */
  readonly province: string | null;
  readonly agency: string | null;
  /** The code of a group in the team's catalogue. */
  readonly scope: string | null;
  /** Null where only a range, or nothing but a change, is reported. */
  readonly value: string | null;
  /** The ends of a RANGE or an ORDER_OF_MAGNITUDE. */
  readonly lower: string | null;
  readonly upper: string | null;
  /** The whole of a share: 63 of 46/63. */
  readonly outOf: string | null;
  readonly qualifier: Qualifier;
  readonly status: ReportedStatus;
  /** Why this period or basis, or what else a reader must know. */
  readonly note: string | null;
}
