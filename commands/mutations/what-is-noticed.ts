import type { Verdict } from '../../kernel/auditor/verdicts.ts';
import type { ToldFinding } from './told-findings.ts';

/** What came of a changed digit. Only the first two are noticed by the auditor. */
export const outcomes = [
  'INCONSISTENT',
  'ROUNDING',
  'UNREADABLE',
  'ALONE',
  'BASE_NOT_PRINTED',
  'DIRECTION_ONLY',
  'WITHIN_PRECISION',
  'ALREADY_INCONSISTENT',
  'CHANGED_FOR_THE_BETTER',
] as const;
export type Outcome = (typeof outcomes)[number];

/** How much a verdict is an alarm. */
const alarm: Readonly<Record<Verdict, number>> = {
  CONSISTENT: 0,
  BASE_MISSING: 0,
  AMBIGUOUS: 0,
  ROUNDING: 1,
  INCONSISTENT: 2,
};

/**
 * Whether any verdict is worse after the change than before, and if none is, why.
 * @param changed the records that are read from the changed digit. @param before all findings that a change of them can touch, @param after
 * the same of the copy.
 */
export function whatIsNoticed(
  changed: ReadonlySet<string>,
  before: readonly ToldFinding[],
  after: readonly ToldFinding[],
): Exclude<Outcome, 'UNREADABLE'> {
  const was = new Map(before.map(({ id, verdict }) => [id, verdict]));
  const worse = after.filter(({ id, verdict }) => alarm[verdict] > alarm[was.get(id) ?? 'CONSISTENT']);
  if (worse.some(({ verdict }) => verdict === 'INCONSISTENT')) return 'INCONSISTENT';
  if (worse.length > 0) return 'ROUNDING';
  const involved = before.filter(({ restsOn }) => restsOn.some((id) => changed.has(id)));
  if (involved.length === 0) return 'ALONE';
  const judged = involved.filter(({ verdict }) => verdict !== 'BASE_MISSING' && verdict !== 'AMBIGUOUS');
  if (judged.length === 0) return 'BASE_NOT_PRINTED';
  const is = new Map(after.map(({ id, verdict }) => [id, verdict]));
  if (judged.some(({ id, verdict }) => is.get(id) !== verdict)) return 'CHANGED_FOR_THE_BETTER';
  const open = judged.filter(({ verdict }) => verdict !== 'INCONSISTENT');
  if (open.length === 0) return 'ALREADY_INCONSISTENT';
  return open.every(({ inWords }) => inWords) ? 'DIRECTION_ONLY' : 'WITHIN_PRECISION';
}
