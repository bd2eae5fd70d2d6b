import { neededKeys } from '../../kernel/auditor/checks-of.ts';
import { evidenceOf } from '../../kernel/auditor/figures/evidence.ts';
import { readSectorRows } from '../../kernel/load/load-sector.ts';
import type { Sector } from '../../kernel/sectors.ts';
import type { ObservationRow } from '../../kernel/store/rows.ts';
import { changedDigits, type ChangedDigit } from './changed-digits.ts';
import { rowsWith } from './rows-with.ts';
import { toldFindings } from './told-findings.ts';
import { outcomes, whatIsNoticed, type Outcome } from './what-is-noticed.ts';

/** Where a digit stands: in a figure, or in a change that the document states of one. */
export const digitPlaces = ['FIGURE', 'CHANGE'] as const;
export type DigitPlace = (typeof digitPlaces)[number];
export type MutationCounts = Readonly<Record<DigitPlace, Readonly<Record<Outcome, number>>>>;

/**
 * The mutation test of the auditor: changes one digit of one figure or stated change at a time, in a copy in memory, to each of the nine
 * others, audits the copy, and counts what came of it.
 */
export function measureMutations(sectors: readonly Sector[]): MutationCounts {
  const none = () => Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const counts: Record<DigitPlace, Record<Outcome, number>> = { FIGURE: none(), CHANGE: none() };
  for (const sector of sectors)
    for (const { place, outcome } of mutationsOf(sector)) counts[place][outcome] += 1;
  return counts;
}

interface Mutation {
  readonly place: DigitPlace;
  readonly outcome: Outcome;
}

function mutationsOf(sector: Sector): readonly Mutation[] {
  const { indicators, observations } = readSectorRows(sector).rows;
  const catalogue = new Map(indicators.map((indicator) => [indicator._id, indicator]));
  const evidence = evidenceOf(catalogue, observations);
  const needed = new Map(observations.map((row) => [row._id, new Set(neededKeys([row], catalogue))]));
  /** The records whose findings can change when these do. */
  const touchedBy = (changed: readonly ObservationRow[]) =>
    observations
      .filter((row) =>
        changed.some(({ _id, vintageKey }) => _id === row._id || needed.get(row._id)?.has(vintageKey)),
      )
      .map(({ _id }) => _id);
  return changedDigits(observations).map((change) => {
    const place = placeOf(change, observations);
    const copy = rowsWith(observations, change);
    if (copy === 'UNREADABLE') return { place, outcome: 'UNREADABLE' };
    const changed = copy.filter((row, index) => row !== observations[index]);
    const touched = new Set(touchedBy(changed));
    const before = toldFindings(
      observations.filter(({ _id }) => touched.has(_id)),
      evidence,
    );
    const after = toldFindings(
      copy.filter(({ _id }) => touched.has(_id)),
      evidenceOf(catalogue, copy),
    );
    return { place, outcome: whatIsNoticed(new Set(changed.map(({ _id }) => _id)), before, after) };
  });
}

function placeOf(change: ChangedDigit, rows: readonly ObservationRow[]): DigitPlace {
  const inFigure = rows.some(({ citation }) => {
    if (citation?.document !== change.document || citation.line !== change.line) return false;
    return citation.start <= change.at && change.at < citation.start + (citation.printed ?? '').length;
  });
  return inFigure ? 'FIGURE' : 'CHANGE';
}
