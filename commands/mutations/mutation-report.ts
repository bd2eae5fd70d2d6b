import type { DigitPlace, MutationCounts } from './measure.ts';
import type { Outcome } from './what-is-noticed.ts';

/** What came of a change, in the words of the report, in its order. */
const words: Readonly<Record<Outcome, readonly [group: 'noticed' | 'refused' | 'unnoticed', text: string]>> =
  {
    INCONSISTENT: ['noticed', 'a verdict becomes INCONSISTENT'],
    ROUNDING: ['noticed', 'a verdict becomes ROUNDING'],
    UNREADABLE: [
      'refused',
      'the figure cannot be read any more ("46/43"), so that the data are refused before any check',
    ],
    ALONE: ['unnoticed', 'nothing is held that the figure could be computed from or held against'],
    BASE_NOT_PRINTED: [
      'unnoticed',
      'it meets only figures that nobody prints: a missing base, count or month, or an undecided reading',
    ],
    WITHIN_PRECISION: [
      'unnoticed',
      'a computation covers it, and still agrees within the printed digits or the qualifier',
    ],
    DIRECTION_ONLY: [
      'unnoticed',
      'a computation covers it, but words alone are stated ("giảm nhẹ"), and the direction still holds',
    ],
    ALREADY_INCONSISTENT: ['unnoticed', 'what covers it was INCONSISTENT before, and still is'],
    CHANGED_FOR_THE_BETTER: [
      'unnoticed',
      'a verdict changes, but for the better: the change mends an inconsistency or hides it',
    ],
  };
const order = Object.keys(words) as readonly Outcome[];

export interface MutationTotals {
  readonly all: number;
  readonly noticed: number;
  readonly refused: number;
  /** Those that some computation covers: neither refused, nor alone, nor measured from what is not printed. */
  readonly covered: number;
}

export function mutationTotals(counts: MutationCounts): MutationTotals {
  const sum = (outcomes: readonly Outcome[]) =>
    outcomes.reduce((total, outcome) => total + counts.FIGURE[outcome] + counts.CHANGE[outcome], 0);
  const noticed = sum(order.filter((outcome) => words[outcome][0] === 'noticed'));
  const open = sum(['ALONE', 'BASE_NOT_PRINTED', 'UNREADABLE']);
  return {
    all: sum(order),
    noticed,
    refused: counts.FIGURE.UNREADABLE + counts.CHANGE.UNREADABLE,
    covered: sum(order) - open,
  };
}

/** The counts as a table in Markdown, with what they come to. */
export function mutationReport(counts: MutationCounts): string {
  const { all, noticed, refused, covered } = mutationTotals(counts);
  const rows = order.map((outcome) => {
    const [group, text] = words[outcome];
    return `| ${group} | ${text} | ${cell(counts, 'FIGURE', outcome)} | ${cell(counts, 'CHANGE', outcome)} |`;
  });
  return [
    `Of ${grouped(all)} changes of one digit the auditor notices ${grouped(noticed)} (${share(noticed, all)}), and ${grouped(refused)} more cannot be read. Of the ${grouped(covered)} that a computation covers it notices ${share(noticed, covered)}.`,
    '',
    '| | what comes of it | digits of figures | digits of stated changes |',
    '| --- | --- | ---: | ---: |',
    ...rows,
  ].join('\n');
}

function cell(counts: MutationCounts, place: DigitPlace, outcome: Outcome): string {
  return grouped(counts[place][outcome]);
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** To a whole percent, and never up to a hundred. */
function share(part: number, whole: number): string {
  return `${Math.floor((part / whole) * 100)}%`;
}
