import type { ContextRecord, DeadlineRecord } from '../data-files/formats.ts';
import type { LocalDate } from '../local-date.ts';
import { parsePrintedDeadline, type PrintedDeadline } from '../printed/printed-deadline.ts';
import { quoted } from '../quoted.ts';
import type { ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/** The dates stored of every deadline are those that its words mean on the day of the meeting. */
export function checkDeadlines({ documents }: Pick<SectorToProve, 'documents'>): ProofFault[] {
  return documents.flatMap(({ document, tasks, targets }) =>
    [...tasks, ...targets].flatMap(({ record, at }) =>
      [
        ...(record.deadline === undefined ? [] : deadlineFaults(record.deadline, document.heldOn)),
        ...record.context.flatMap((context) => contextFaults(context, record.deadline, document.heldOn)),
      ].map((fault) => ({ check: 'DEADLINES' as const, at, fault })),
    ),
  );
}

/** @param heldOn the day it was said. */
export function deadlineFaults(record: DeadlineRecord, heldOn: LocalDate): string[] {
  const read = readDeadline(record.cite.printed, heldOn);
  if (read === null) return [`${quoted(record.cite.printed)} cannot be read as a deadline`];
  const stored: PrintedDeadline = {
    earliest: record.earliest ?? null,
    latest: record.latest ?? null,
    precision: record.precision,
    soft: record.soft,
    inferred: record.inferred,
    recurrence: record.recurrence ?? null,
  };
  return Object.entries(stored).flatMap(([field, value]) => {
    const printed = read[field as keyof PrintedDeadline];
    return value === printed ? [] : [`deadline.${field} is ${value}, but ${printed} is printed`];
  });
}

/**
 * Other words about the time ("từ tháng 10" beside "tháng 11") must be a time themselves, and none after
 * the deadline.
 */
function contextFaults(
  context: ContextRecord,
  deadline: DeadlineRecord | undefined,
  heldOn: LocalDate,
): string[] {
  if (context.for !== 'DEADLINE') return [];
  if (deadline === undefined) return ['has a DEADLINE context, but no deadline'];
  const read = readDeadline(context.printed, heldOn);
  if (read === null) return [`${quoted(context.printed)} cannot be read as a deadline`];
  const begins = read.earliest ?? read.latest;
  return begins !== null && deadline.latest !== undefined && begins > deadline.latest
    ? [`${quoted(context.printed)} is after the deadline`]
    : [];
}

export function readDeadline(printed: string, heldOn: LocalDate): PrintedDeadline | null {
  try {
    return parsePrintedDeadline(printed, heldOn);
  } catch {
    return null;
  }
}
