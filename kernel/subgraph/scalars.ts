import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { formatDecimal, parseDecimal, Decimal } from '../decimal.ts';
import { CodedError } from '../errors.ts';
import { parseLocalDate } from '../local-date.ts';
import { parseTimePeriod } from '../time-period/parse.ts';

/** A scalar whose wire form is a text that `parse` takes to its canonical form, or refuses with a coded error. */
function textScalar(
  name: string,
  parse: (text: string) => string,
  serialize: (value: unknown) => string,
): GraphQLScalarType<string, string> {
  const parseValue = (value: unknown) => parse(typeof value === 'string' ? value : JSON.stringify(value));
  return new GraphQLScalarType({
    name,
    serialize,
    parseValue,
    parseLiteral: (node: ValueNode) =>
      // A bare year (2020) or number is taken as people type it; anything else must be a string.
      parseValue(
        node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT
          ? node.value
          : node.kind,
      ),
  });
}

function serializeText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`must be a text, but got: ${typeof value}`);
  return value;
}

export const TimePeriodScalar = textScalar('TimePeriod', (text) => parseTimePeriod(text).id, serializeText);
export const LocalDateScalar = textScalar('LocalDate', parseLocalDate, serializeText);
export const DecimalScalar = textScalar(
  'Decimal',
  (text) => formatDecimal(parseDecimal(text)),
  (value) => {
    if (!(value instanceof Decimal)) throw new TypeError(`must be a Decimal, but got: ${typeof value}`);
    return formatDecimal(value);
  },
);
export const DateTimeScalar = textScalar(
  'DateTime',
  (text) => {
    const moment = new Date(text);
    if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/u.test(text) || Number.isNaN(moment.getTime()))
      throw new CodedError(
        'INVALID_DATE',
        `A moment must be written as in 2020-08-04T07:30:00Z, but got: ${text.slice(0, 40)}`,
      );
    return moment.toISOString();
  },
  (value) => {
    if (!(value instanceof Date)) throw new TypeError(`must be a Date, but got: ${typeof value}`);
    return value.toISOString().replace(/\.000Z$/u, 'Z');
  },
);

/** The graph's own scalars: resolvers of every subgraph, and the gateway's early check of arguments. */
export const scalars = {
  TimePeriod: TimePeriodScalar,
  LocalDate: LocalDateScalar,
  Decimal: DecimalScalar,
  DateTime: DateTimeScalar,
} as const;
