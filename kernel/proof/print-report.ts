import { documents } from '../registers/documents.ts';
import type { Count } from './check-coverage.ts';
import { checkNames, checksOfTexts, type CheckName } from './proof-fault.ts';
import type { ProofReport } from './prove.ts';
import { unprovenLines } from './unproven-lines.ts';

/** The report of a proof for a terminal; what could not be proven comes last. */
export function printReport({ faults, records, coverage, missingTexts }: ProofReport): string[] {
  const kinds = Object.entries(records).map(([kind, count]) => `${count} ${kind}`);
  return [
    `Held against the documents: ${kinds.join(', ')}.`,
    '',
    ...coverage.flatMap(({ document, numbers, deadlineMarks }) => [
      document,
      ...countLines('numbers', numbers),
      ...(deadlineMarks.found === 0 ? [] : countLines('"Thời hạn"', deadlineMarks)),
    ]),
    ...(coverage.length > 1 ? allLines(coverage.map(({ numbers }) => numbers)) : []),
    '',
    ...checkNames.flatMap((check) => {
      const found = faults.filter((fault) => fault.check === check);
      return [
        `${check.padEnd(14)} ${found.length === 0 ? passed(check, missingTexts) : `${found.length} faults:`}`,
        ...found.map(({ at, fault }) => `  ${at}: ${fault}`),
      ];
    }),
    ...unprovenLines(missingTexts),
  ];
}

function countLines(what: string, { found, covered, excluded, left }: Count): string[] {
  const reasons = Object.entries(excluded).map(([reason, count]) => `${reason} ${count}`);
  const sum = Object.values(excluded).reduce((a, b) => a + b, 0);
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  return [
    `  ${found} ${what}: ${covered} covered, ${sum} excluded${why}, ${left === 0 ? 'none' : left} left`,
  ];
}

function allLines(counts: readonly Count[]): string[] {
  const excluded: Record<string, number> = {};
  for (const one of counts)
    for (const [reason, count] of Object.entries(one.excluded))
      excluded[reason] = (excluded[reason] ?? 0) + count;
  const sum = (of: (count: Count) => number) => counts.map(of).reduce((a, b) => a + b, 0);
  return [
    'all documents',
    ...countLines('numbers', {
      found: sum(({ found }) => found),
      covered: sum(({ covered }) => covered),
      excluded,
      left: sum(({ left }) => left),
    }),
  ];
}

/** Nobody should read "no fault" of a check that had nothing to look at. */
function passed(check: CheckName, missingTexts: readonly string[]): string {
  if (missingTexts.length === 0 || !checksOfTexts.has(check)) return 'no fault';
  return missingTexts.length === documents.length ? 'not proven' : 'no fault where the text is at hand';
}
