import type { Catalogue } from '../data-files/read-sector-data.ts';
import { CodedError } from '../errors.ts';
import { parseDecimal } from '../decimal.ts';
import { quoted } from '../quoted.ts';
import { agencies } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { ReportedFigure } from './reported-figure.ts';

/** What is wrong with one field, and what would be right. */
export interface FigureFault {
  readonly field: keyof ReportedFigure;
  readonly message: string;
}

type Check = (figure: ReportedFigure, catalogue: Catalogue) => string | null;

const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;

const checks: Readonly<Record<Exclude<keyof ReportedFigure, 'status'>, Check>> = {
  indicator: ({ indicator }, { indicators }) =>
    indicators.has(indicator) ? null : `there is no indicator ${quoted(indicator)} in the team's catalogue`,
  period: ({ period }) => periodFault(period),
  province: ({ province }) =>
    province === null || provinces.all.some(({ code }) => code === province)
      ? null
      : `there is no province of the code ${quoted(province)}: it has two digits, as 79`,
  agency: ({ agency }) =>
    agency === null || agencies.all.some(({ code }) => code === agency)
      ? null
      : `there is no agency of the code ${quoted(agency)}; see agencies { code name }`,
  scope: ({ scope }, { scopes }) =>
    scope === null || scopes.has(scope) ? null : `there is no group ${quoted(scope)} in the team's catalogue`,
  value: (figure) => decimalFault(figure.value) ?? valueFault(figure),
  lower: ({ lower }) => decimalFault(lower),
  upper: (figure) => decimalFault(figure.upper) ?? endsFault(figure),
  outOf: ({ outOf }) =>
    decimalFault(outOf) ??
    (outOf === null || parseDecimal(outOf).gt(0) ? null : 'the whole of a share must be more than 0'),
  qualifier: (figure) => qualifierFault(figure),
  note: ({ note }) =>
    note === null || note.length <= LONGEST_NOTE ? null : `must have at most ${LONGEST_NOTE} characters`,
};

export const LONGEST_NOTE = 1000;

/** What the catalogue, the registers and the calendar say against a figure; empty where nothing. */
export function checkFigure(figure: ReportedFigure, catalogue: Catalogue): FigureFault[] {
  return Object.entries(checks).flatMap(([field, check]) => {
    const message = check(figure, catalogue);
    return message === null ? [] : [{ field: field as keyof ReportedFigure, message }];
  });
}

function periodFault(text: string): string | null {
  try {
    const { id } = parseTimePeriod(text);
    return id === text ? null : `must be written ${id}`;
  } catch (error) {
    if (error instanceof CodedError) return error.message;
    throw error;
  }
}

function decimalFault(text: string | null): string | null {
  if (text === null) return null;
  if (!plain.test(text)) return `must be plain digits with a point, as in "-9.6", but got: ${quoted(text)}`;
  try {
    parseDecimal(text);
    return null;
  } catch (error) {
    if (error instanceof CodedError) return error.message;
    throw error;
  }
}

/** A figure in a range has ends and no value; all others but what is NOT_STATED have a value. */
function valueFault({ qualifier, value }: ReportedFigure): string | null {
  switch (qualifier) {
    case 'RANGE':
    case 'ORDER_OF_MAGNITUDE':
      return value === null
        ? null
        : `must be empty where the qualifier is ${qualifier}: give lower and upper`;
    case 'NOT_STATED':
      return value === null ? null : 'must be empty where the qualifier is NOT_STATED';
    default:
      return value === null ? 'must be given, or the qualifier be NOT_STATED' : null;
  }
}

function qualifierFault({ qualifier, lower, upper }: ReportedFigure): string | null {
  const needsEnds = qualifier === 'RANGE' || qualifier === 'ORDER_OF_MAGNITUDE';
  if (needsEnds && (lower === null || upper === null))
    return `${qualifier} needs both ends: give lower and upper`;
  return !needsEnds && (lower !== null || upper !== null)
    ? 'must be RANGE or ORDER_OF_MAGNITUDE where lower and upper are given'
    : null;
}

function endsFault({ lower, upper }: ReportedFigure): string | null {
  if (lower === null || upper === null || decimalFault(lower) !== null) return null;
  return parseDecimal(lower).lt(parseDecimal(upper)) ? null : 'must be more than lower';
}
