import { buildSchema, graphqlSync, Kind, type GraphQLScalarType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../decimal.ts';
import { DateTimeScalar, DecimalScalar, LocalDateScalar, scalars, TimePeriodScalar } from './scalars.ts';

const coded = (code: string, message: string | RegExp = ''): unknown =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });
const literal = (scalar: GraphQLScalarType, kind: Kind.STRING | Kind.INT | Kind.FLOAT, value: string) =>
  scalar.parseLiteral({ kind, value });

describe('TimePeriod', () => {
  test.each([
    ['2020-H1', '2020-S1'],
    ['2020-M07', '2020-07'],
    ['2020-01-01/P6M', '2020-S1'],
    ['2020-01-01/P7M', '2020-01-01/P7M'],
  ])('takes %s as %s, from a variable and in the query', (given, canonical) => {
    expect(TimePeriodScalar.parseValue(given)).toBe(canonical);
    expect(literal(TimePeriodScalar, Kind.STRING, given)).toBe(canonical);
  });

  test('takes a year as people type it, without quotes', () => {
    expect(literal(TimePeriodScalar, Kind.INT, '2020')).toBe('2020');
    expect(TimePeriodScalar.parseValue(2020)).toBe('2020');
  });

  test.each(['', '2020-13', '2020-Q5', 'July 2020', '{"$gt":""}'])('refuses %j', (text) => {
    const refused = coded('INVALID_TIME_PERIOD', /must be .*, but got: /u);
    expect(() => TimePeriodScalar.parseValue(text)).toThrow(refused);
    expect(() => literal(TimePeriodScalar, Kind.STRING, text)).toThrow(refused);
  });

  test.each([[null], [{ $gt: '' }], [['2020']], [true]])('refuses %j, which is no text', (value) => {
    expect(() => TimePeriodScalar.parseValue(value)).toThrow(coded('INVALID_TIME_PERIOD'));
  });
});

describe('LocalDate', () => {
  test('takes a day of the calendar', () => {
    expect(LocalDateScalar.parseValue('2020-02-29')).toBe('2020-02-29');
  });
  test.each(['2021-02-29', '2020-2-9', '4/8/2020', ''])('refuses %j', (text) => {
    expect(() => LocalDateScalar.parseValue(text)).toThrow(coded('INVALID_DATE', /must be .*, but got: /u));
  });
});

describe('Decimal', () => {
  test('goes out in plain digits, whatever its size, without trailing zeros', () => {
    expect(DecimalScalar.serialize(new Decimal('18800000000000.00'))).toBe('18800000000000');
    expect(DecimalScalar.serialize(new Decimal('1e30'))).toBe(`1${'0'.repeat(30)}`);
    expect(DecimalScalar.serialize(new Decimal('-0.1').plus('-0.2'))).toBe('-0.3');
  });
  test('never goes out of a number of the language', () => {
    expect(() => DecimalScalar.serialize(0.1)).toThrow('must be a Decimal, but got: number');
  });
  test('refuses exponents and separators', () => {
    for (const text of ['1e3', '1.000.000', '7,39', ''])
      expect(() => DecimalScalar.parseValue(text)).toThrow(coded('INVALID_DECIMAL'));
  });
});

describe('DateTime', () => {
  test('goes out in UTC, to the second where nothing is behind it', () => {
    expect(DateTimeScalar.serialize(new Date('2020-08-04T00:00:00+07:00'))).toBe('2020-08-03T17:00:00Z');
    expect(DateTimeScalar.serialize(new Date('2020-08-04T07:30:00.250Z'))).toBe('2020-08-04T07:30:00.250Z');
    expect(() => DateTimeScalar.serialize('2020-08-04')).toThrow('must be a Date, but got: string');
  });
  test('takes a moment with its zone', () => {
    expect(DateTimeScalar.parseValue('2020-08-04T14:30:00+07:00')).toBe('2020-08-04T07:30:00.000Z');
    for (const text of ['2020-08-04', '2020-08-04T14:30:00', 'now', '2020-13-04T00:00:00Z'])
      expect(() => DateTimeScalar.parseValue(text)).toThrow(coded('INVALID_DATE'));
  });
});

test('a refused argument has its code in the answer, as a literal and as a variable', () => {
  const schema = buildSchema('scalar TimePeriod type Query { briefing(period: TimePeriod!): Boolean }');
  Object.assign(schema.getType('TimePeriod') ?? {}, {
    parseValue: scalars.TimePeriod.parseValue.bind(scalars.TimePeriod),
    parseLiteral: scalars.TimePeriod.parseLiteral.bind(scalars.TimePeriod),
  });
  const ask = (source: string, variableValues = {}) =>
    graphqlSync({ schema, source, variableValues }).errors?.map(({ extensions }) => extensions['code']);
  expect(ask('{ briefing(period: "2020-13") }')).toEqual(['INVALID_TIME_PERIOD']);
  expect(ask('query ($p: TimePeriod!) { briefing(period: $p) }', { p: '2020-13' })).toEqual([
    'INVALID_TIME_PERIOD',
  ]);
});
