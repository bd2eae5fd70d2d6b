import type { DocumentEntry } from '../registers/documents.ts';
import { quoted } from '../quoted.ts';
import { citedPlaces, type CitedPlace } from './cited-places.ts';
import { deadlineMarks, numberTokens, type Token } from './number-tokens.ts';
import { legalNumbers, meetingTimes } from './office-numbers.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { DocumentToProve, SectorToProve } from './sector-to-prove.ts';

/** What became of the numbers (or the "Thời hạn") of one document. */
export interface Coverage {
  readonly document: string;
  readonly numbers: Count;
  readonly deadlineMarks: Count;
}
export interface Count {
  readonly found: number;
  readonly covered: number;
  /** By the reason of the exclusion. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly left: number;
}

type Span = Pick<CitedPlace, 'line' | 'start' | 'end'>;
type Exclusion = Span & { readonly at: string; readonly printed: string; readonly reason: string };
interface Found {
  readonly line: number;
  readonly token: Token;
  readonly covered: boolean;
  readonly exclusions: readonly Exclusion[];
}

/**
 * Every number of a document is in a figure, change, deadline or printed period of a record, which other
 * checks prove, or else in an exclusion with its reason; every "Thời hạn" has a task's deadline behind it.
 * A statement covers nothing: it would hide any figure of its sentence that nobody wrote down. An exclusion
 * of what a record covers, or of nothing, is a fault too.
 * @returns null where the document's text is not at hand.
 */
export function checkCoverage(
  document: DocumentEntry,
  sectors: readonly Pick<SectorToProve, 'documents'>[],
  linesOf: LinesOf,
): { readonly coverage: Coverage; readonly faults: readonly ProofFault[] } | null {
  const lines = linesOf(document.id);
  if (lines === null) return null;
  const places = sectors.flatMap(citedPlaces).filter((place) => place.document === document.id);
  const own = sectors.flatMap(({ documents }) =>
    documents.filter((from) => from.document.id === document.id),
  );
  const exclusions = own.flatMap((from) => from.exclusions.map(({ record, at }) => ({ ...record, at })));
  const covering = [...places.filter(isProven), ...own.flatMap((from) => officeSpans(from, lines))];
  const deadlines = places.filter(({ kind, record }) => kind === 'DEADLINE' && record === 'task');

  const numbers = findAll(lines, numberTokens, exclusions, (line, token) =>
    covering.some((span) => span.line === line && span.start <= token.start && token.end <= span.end),
  );
  const marks = findAll(lines, deadlineMarks, exclusions, (line, token, next) =>
    deadlines.some((span) => span.line === line && span.start >= token.end && span.start < next),
  );
  return {
    coverage: { document: document.id, numbers: count(numbers), deadlineMarks: count(marks) },
    faults: [
      ...faultsOf([...numbers, ...marks], document),
      ...uselessExclusions(exclusions, [...numbers, ...marks]),
    ].map((found) => ({ check: 'COVERAGE' as const, ...found })),
  };
}

/** Spans whose numbers another check holds against what is stored. */
function isProven({ kind, role }: CitedPlace): boolean {
  if (kind === 'CONTEXT') return role === 'PERIOD' || role === 'DEADLINE';
  return kind === 'FIGURE' || kind === 'CHANGE' || kind === 'DEADLINE';
}

function officeSpans(
  { document, meeting, legalDocuments }: DocumentToProve,
  lines: readonly string[],
): Span[] {
  const at = (line: number, tokens: readonly (Token | null)[]) =>
    tokens.flatMap((token) => (token === null ? [] : [{ line, start: token.start, end: token.end }]));
  const text = (line: number) => lines[line - 1] ?? '';
  return [
    ...(meeting === null
      ? []
      : at(meeting.record.cite.line, meetingTimes(meeting.record, document, text(meeting.record.cite.line)))),
    ...legalDocuments.flatMap(({ record }) => {
      const { number, day } = legalNumbers(record, document.heldOn, text(record.cite.line));
      return at(record.cite.line, [number, day]);
    }),
  ];
}

function findAll(
  lines: readonly string[],
  tokensOf: (line: string) => readonly Token[],
  exclusions: readonly Exclusion[],
  isCovered: (line: number, token: Token, nextStart: number) => boolean,
): Found[] {
  return lines.flatMap((text, index) =>
    tokensOf(text).map((token, at, all) => ({
      line: index + 1,
      token,
      covered: isCovered(index + 1, token, all[at + 1]?.start ?? Infinity),
      exclusions: exclusions.filter(
        (span) => span.line === index + 1 && span.start <= token.start && token.end <= span.end,
      ),
    })),
  );
}

function count(found: readonly Found[]): Count {
  const excluded: Record<string, number> = {};
  for (const { covered, exclusions } of found) {
    const reason = covered ? undefined : exclusions[0]?.reason;
    if (reason !== undefined) excluded[reason] = (excluded[reason] ?? 0) + 1;
  }
  return {
    found: found.length,
    covered: found.filter(({ covered }) => covered).length,
    excluded,
    left: found.filter(({ covered, exclusions }) => !covered && exclusions.length === 0).length,
  };
}

function faultsOf(found: readonly Found[], document: DocumentEntry) {
  return found.flatMap(({ line, token, covered, exclusions }) => {
    const at = `${document.id}, line ${line}, ${token.start} to ${token.end}`;
    const [first, second] = exclusions;
    if (first === undefined)
      return covered ? [] : [{ at, fault: `${quoted(token.text)} is in no record and in no exclusion` }];
    if (covered)
      return [{ at: first.at, fault: `excludes ${quoted(token.text)}, which a record covers: ${at}` }];
    return second === undefined
      ? []
      : [{ at: second.at, fault: `excludes ${quoted(token.text)}, which ${first.at} excludes already` }];
  });
}

function uselessExclusions(exclusions: readonly Exclusion[], found: readonly Found[]) {
  const used = new Set(found.flatMap((one) => one.exclusions));
  return exclusions
    .filter((exclusion) => !used.has(exclusion))
    .map(({ at, printed }) => ({
      at,
      fault: `excludes ${quoted(printed)}, in which there is nothing to exclude`,
    }));
}
