import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../local-date.ts';
import { comparePeriods, containsPeriod } from './order.ts';
import { parseTimePeriod } from './parse.ts';
import { nextPeriod, previousPeriod, yearAfter, yearBefore } from './sequence.ts';
import { periodOfDays, wholeMonths, type TimePeriod } from './time-period.ts';
import { isYearToDate, yearToDatePeriod } from './year-to-date.ts';

const two = (value: number) => String(value).padStart(2, '0');
/** Far enough from 1900 and 2199 for every step below. */
const year = fc.integer({ min: 1930, max: 2169 });
const day = fc.integer({ min: 0, max: 85_000 }).map((days) => addDays('1930-01-01', days));

const years = year.map(String);
const halves = fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, half]) => `${y}-S${half}`);
const quarters = fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, quarter]) => `${y}-Q${quarter}`);
const months = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, month]) => `${y}-${two(month)}`);
const weeks = fc.tuple(year, fc.integer({ min: 1, max: 52 })).map(([y, week]) => `${y}-W${two(week)}`);
const monthRanges = fc
  .tuple(months, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 30 }))
  .map(([month, from, count]) => `${month}-${two(from)}/P${count}M`);
const dayRanges = fc
  .tuple(day, fc.integer({ min: 1, max: 800 }))
  .map(([from, count]) => `${from}/P${count}D`);

const calendarPeriod = fc.oneof(years, halves, quarters, months, weeks, day).map(parseTimePeriod);
const partOfYear = fc.oneof(years, halves, quarters, months).map(parseTimePeriod);
const monthsPeriod = fc.oneof(partOfYear, monthRanges.map(parseTimePeriod));
const anyPeriod: fc.Arbitrary<TimePeriod> = fc.oneof(
  monthsPeriod,
  calendarPeriod,
  dayRanges.map(parseTimePeriod),
);

describe('every time period', () => {
  test('is read back from its id', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parseTimePeriod(period.id)).toEqual(period);
      }),
    );
  });

  test('has one id for its days', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(periodOfDays(period.start, period.end)).toEqual(period);
      }),
    );
    fc.assert(
      fc.property(
        anyPeriod,
        anyPeriod,
        (a, b) => (a.id === b.id) === (a.start === b.start && a.end === b.end),
      ),
    );
  });

  test('does not end before it begins', () => {
    fc.assert(fc.property(anyPeriod, ({ start, end }) => start <= end));
  });
});

describe('a step', () => {
  test('forth is undone by one back, and the other way round', () => {
    fc.assert(
      fc.property(fc.oneof(calendarPeriod, monthsPeriod), (period) => {
        expect(nextPeriod(previousPeriod(period))).toEqual(period);
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
      }),
    );
  });

  test('leads to the days just before, and keeps kind and months', () => {
    fc.assert(
      fc.property(fc.oneof(calendarPeriod, monthsPeriod), (period) => {
        const before = previousPeriod(period);
        expect(addDays(before.end, 1)).toBe(period.start);
        expect(before.kind).toBe(period.kind);
        expect(wholeMonths(before.start, before.end)).toBe(wholeMonths(period.start, period.end));
      }),
    );
  });

  test('of a range in days keeps its length', () => {
    fc.assert(
      fc.property(dayRanges.map(parseTimePeriod), (range) => {
        fc.pre(wholeMonths(range.start, range.end) === null);
        const after = nextPeriod(range);
        expect(addDays(range.end, 1)).toBe(after.start);
        expect(daysBetween(after.start, after.end)).toBe(daysBetween(range.start, range.end));
      }),
    );
  });

  test('back and a year back are the same in either order, for parts of a year', () => {
    fc.assert(
      fc.property(monthsPeriod, (period) => {
        expect(previousPeriod(yearBefore(period))).toEqual(yearBefore(previousPeriod(period)));
        expect(yearAfter(yearBefore(period))).toEqual(period);
      }),
    );
  });

  test('a year back keeps the kind of a calendar period', () => {
    fc.assert(fc.property(calendarPeriod, (period) => yearBefore(period).kind === period.kind));
  });
});

describe('containment', () => {
  test('is reflexive, transitive, and mutual only with itself', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(containsPeriod(a, a)).toBe(true);
        if (containsPeriod(a, b) && containsPeriod(b, c)) expect(containsPeriod(a, c)).toBe(true);
        if (containsPeriod(a, b) && containsPeriod(b, a)) expect(a.id).toBe(b.id);
      }),
    );
  });

  test('holds along the calendar: day, month, quarter, half, year', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [y = '', m = ''] = date.split('-');
        const chain = [
          date,
          `${y}-${m}`,
          `${y}-Q${Math.ceil(Number(m) / 3)}`,
          `${y}-S${Math.ceil(Number(m) / 6)}`,
          y,
        ].map(parseTimePeriod);
        for (const [index, inner] of chain.entries())
          for (const outer of chain.slice(index)) expect(containsPeriod(outer, inner)).toBe(true);
      }),
    );
  });
});

test('the order is total, and says equal only of the same period', () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
      expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
      expect(comparePeriods(a, b) === 0).toBe(a.id === b.id);
      if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0)
        expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test('a year to date ends with the period, begins its year, and is its own', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const toDate = yearToDatePeriod(period);
      expect(toDate.end).toBe(period.end);
      expect(isYearToDate(toDate)).toBe(true);
      expect(yearToDatePeriod(toDate)).toEqual(toDate);
      expect(isYearToDate(period)).toBe(toDate.id === period.id);
    }),
  );
});
