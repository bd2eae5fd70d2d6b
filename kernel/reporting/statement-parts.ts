import type { DeadlineInput } from '../../generated/kernel.ts';
import { CodedError } from '../errors.ts';
import { parseLocalDate, type LocalDate } from '../local-date.ts';
import { parsePrintedDeadline } from '../printed/printed-deadline.ts';
import { quoted } from '../quoted.ts';
import { agencies } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import type { DeadlineRow } from '../store/rows.ts';
import type { StatementContext } from './save-statements.ts';
import { textOf } from './read-text.ts';

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const LONGEST_NAME = 80;

/** A record's id: the sector's code, its kind, the edition, and the name that the team gave it. */
export function statementId(
  kind: 'task' | 'highlight' | 'target',
  name: string,
  { desk, edition, index, faults }: StatementContext,
): string {
  if (!slug.test(name) || name.length > LONGEST_NAME)
    faults.add(
      index,
      'id',
      `must be lower-case words joined by hyphens, at most ${LONGEST_NAME} characters, but got: ${quoted(name)}`,
    );
  return `${desk.sector.code}:${kind}:${edition}:${name}`;
}

/** The codes of what is called so; what is not known becomes a fault. */
export function agencyCodes(field: string, given: readonly string[], context: StatementContext): string[] {
  return codes(field, given, context, (text) => agencies.find(text)?.code, 'agency');
}
export function provinceCodes(field: string, given: readonly string[], context: StatementContext): string[] {
  return codes(field, given, context, (text) => provinces.find(text)?.code, 'province');
}
export function indicatorCodes(field: string, given: readonly string[], context: StatementContext): string[] {
  const { indicators } = context.desk.catalogue;
  return codes(field, given, context, (text) => (indicators.has(text) ? text : undefined), 'indicator');
}

function codes(
  field: string,
  given: readonly string[],
  { index, faults }: StatementContext,
  find: (text: string) => string | undefined,
  what: string,
): string[] {
  return given.flatMap((text) => {
    const code = find(text);
    if (code === undefined) faults.add(index, field, `there is no ${what} ${quoted(text)}`);
    return code ?? [];
  });
}

/** A deadline out of its words; a day that is given besides takes the place of the one that is read from them. */
export function deadlineRowOf(input: DeadlineInput, reference: LocalDate): DeadlineRow {
  const asPrinted = textOf(input.asPrinted);
  const latest = input.latest == null ? null : parseLocalDate(input.latest);
  const read =
    latest === null ? parsePrintedDeadline(asPrinted, reference) : readOrDay(asPrinted, reference, latest);
  return { asPrinted, ...read };
}

/** Words that say no time are good enough where the day is given. */
function readOrDay(
  asPrinted: string,
  reference: LocalDate,
  latest: LocalDate,
): Omit<DeadlineRow, 'asPrinted'> {
  try {
    return { ...parsePrintedDeadline(asPrinted, reference), latest };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { earliest: null, latest, precision: 'DAY', soft: false, inferred: false, recurrence: null };
  }
}
