import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayOfWeek, daysBetween, parseLocalDate, todayInHanoi } from './local-date.ts';

const anyDay = fc.integer({ min: 0, max: 200_000 }).map((days) => addDays('1900-01-01', days));

describe('parseLocalDate', () => {
  test.each(['2020-08-04', '2020-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  test.each([
    '2019-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '0000-01-01',
    '2020-8-4',
    '04/08/2020',
    '2020-08-04T00:00:00Z',
    ' 2020-08-04',
    '2020-08',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseLocalDate(text)).toThrow(
      `A day must be written year-month-day and exist, as in 2020-08-04, but got: ${JSON.stringify(text)}`,
    );
  });

  test('refuses what is no text', () => {
    expect(() => parseLocalDate(null as unknown as string)).toThrow(/but got: null$/u);
  });
});

describe('addDays', () => {
  test('crosses months, years and leap days', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29');
    expect(addDays('2019-12-31', 1)).toBe('2020-01-01');
  });

  test('takes early years as they are written', () => {
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
  });

  test('refuses to leave the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(/must exist, but got: 10000-1-1/u);
  });

  test('is measured by daysBetween', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -9999, max: 9999 }),
        (day, days) => daysBetween(day, addDays(day, days)) === days,
      ),
    );
  });

  test('orders days as their texts are ordered', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0));
  });
});

describe('addMonths', () => {
  test.each([
    ['2020-01-31', 1, '2020-02-29'],
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-03-31', -1, '2020-02-29'],
    ['2020-02-29', -12, '2019-02-28'],
    ['2020-12-15', 1, '2021-01-15'],
    ['2020-01-15', -1, '2019-12-15'],
    ['2020-05-10', 0, '2020-05-10'],
  ])('%s and %i months is %s', (day, months, moved) => {
    expect(addMonths(day, months)).toBe(moved);
  });
});

test('dayOfWeek counts from Monday', () => {
  expect(dayOfWeek('2020-09-07')).toBe(1);
  expect(dayOfWeek('2020-03-15')).toBe(7);
});

describe('todayInHanoi', () => {
  test('begins the day seven hours before UTC does', () => {
    expect(todayInHanoi(new Date('2020-08-04T16:59:59Z'))).toBe('2020-08-04');
    expect(todayInHanoi(new Date('2020-08-04T17:00:00Z'))).toBe('2020-08-05');
    expect(todayInHanoi(new Date('2019-12-31T17:00:00Z'))).toBe('2020-01-01');
  });

  test('is today without an argument', () => {
    expect(parseLocalDate(todayInHanoi())).toBe(todayInHanoi(new Date()));
  });
});
