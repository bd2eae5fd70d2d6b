import type { ContextRecord, ObservationRecord } from '../data-files/formats.ts';
import type { LocalDate } from '../local-date.ts';
import { quoted } from '../quoted.ts';
import type { DocumentEntry } from '../registers/documents.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { isYearToDate } from '../time-period/year-to-date.ts';
import type { PeriodBasis } from '../vocabulary.ts';
import { basePeriodFaults } from './base-period-faults.ts';
import { allowsPeriod, namesPeriod } from './names-period.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';
import { statementPeriodFaults } from './statement-period-faults.ts';
import { timeMentions, type TimeMention } from './time-mentions.ts';
import { unreadTimes } from './unread-times.ts';

/**
 * Every period is the one that the document prints for it, and where it prints none, `inferred` says so. No
 * number of a printed period is passed over: what is no time, or another one, is a fault.
 */
export function checkPeriods(
  { documents, catalogue }: Pick<SectorToProve, 'documents' | 'catalogue'>,
  linesOf: LinesOf,
): ProofFault[] {
  return documents.flatMap((from) => {
    const { document, observations } = from;
    const lines = linesOf(document.id);
    const ofObservations = observations.flatMap(({ record, at }) => {
      const line = lines === null ? null : (lines[record.cite.line - 1] ?? '');
      const basis = catalogue.indicators.get(record.indicator)?.basis ?? 'FLOW';
      const bases = baseperiodsOf(
        record,
        observations.map((placed) => placed.record),
      );
      return [
        ...unreadTimes(
          [...record.context, ...record.comparisons.flatMap(({ context }) => context)],
          document.heldOn,
        ),
        ...observationPeriodFaults(record, { document, basis, line, bases }),
        ...basePeriodFaults(record, basis, document.heldOn),
      ].map((fault) => ({ at, fault }));
    });
    const ofStatements = [
      ...from.targets,
      ...from.tasks,
      ...from.highlights,
      ...from.legalDocuments,
      ...(from.meeting === null ? [] : [from.meeting]),
    ].flatMap(({ record, at }) =>
      [...unreadTimes(record.context, document.heldOn), ...statementPeriodFaults(record, document)].map(
        (fault) => ({ at, fault }),
      ),
    );
    return [...ofObservations, ...ofStatements].map((found) => ({ check: 'PERIODS' as const, ...found }));
  });
}

/**
 * The base periods that the document's comparisons of the same indicator state: what a BASE figure's period
 * comes from.
 */
function baseperiodsOf({ indicator }: ObservationRecord, all: readonly ObservationRecord[]): string[] {
  return all
    .filter((other) => other.indicator === indicator)
    .flatMap(({ comparisons }) =>
      comparisons.flatMap(({ period }) => (period === undefined ? [] : [period])),
    );
}

interface Surroundings {
  readonly document: DocumentEntry;
  readonly basis: PeriodBasis;
  /**
   * The text of the line; null where it is not at hand, and then nothing is asked that only it could
   * answer.
   */
  readonly line: string | null;
  readonly bases: readonly string[];
}

export function observationPeriodFaults(
  record: ObservationRecord,
  { document, basis, line, bases }: Surroundings,
): string[] {
  const period = parseTimePeriod(record.period);
  const mentions = mentionsIn(record.context, document.heldOn);
  const faults = mentions
    .filter((mention) => !allowsPeriod(mention, period, basis))
    .map(({ text }) => `period is ${record.period}, but ${quoted(text)} is printed for it`);
  if (basis === 'YEAR_TO_DATE' && !isYearToDate(period))
    faults.push(`period is ${record.period}, but a figure since January must begin on 1 January`);
  if (faults.length > 0 || record.inferred !== undefined || line === null) return faults;
  const named =
    record.period === document.edition ||
    [...mentions, ...timeMentions(line, document.heldOn)].some((mention) =>
      namesPeriod(mention, period, basis),
    ) ||
    (record.role === 'BASE' && bases.includes(record.period));
  return named
    ? []
    : [
        `period is ${record.period}, which neither the edition nor the line nor a PERIOD context names: say why, inferred`,
      ];
}

function mentionsIn(contexts: readonly ContextRecord[], saidOn: LocalDate): TimeMention[] {
  return contexts
    .filter((context) => context.for === 'PERIOD')
    .flatMap(({ printed }) => timeMentions(printed, saidOn));
}
