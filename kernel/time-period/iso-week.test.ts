import { expect, test } from 'vitest';
import { firstDayOfWeek, isoWeekOf, weeksInYear } from './iso-week.ts';

/** The examples around New Year that the standard's readers test with. */
test.each([
  ['2005-01-01', 2004, 53],
  ['2005-01-02', 2004, 53],
  ['2005-12-31', 2005, 52],
  ['2007-01-01', 2007, 1],
  ['2008-12-28', 2008, 52],
  ['2008-12-29', 2009, 1],
  ['2009-12-31', 2009, 53],
  ['2010-01-03', 2009, 53],
  ['2020-03-09', 2020, 11],
])('%s lies in the year %i, week %i', (date, year, week) => {
  expect(isoWeekOf(date)).toEqual({ year, week });
});

test('every Monday begins the week that it lies in', () => {
  for (let year = 1990; year <= 2050; year += 1)
    for (let week = 1; week <= weeksInYear(year); week += 1)
      expect(isoWeekOf(firstDayOfWeek(year, week))).toEqual({ year, week });
});

test('years have 52 weeks, and 53 where they begin or end on a Thursday', () => {
  expect([2015, 2019, 2020, 2021, 2026, 2032].map(weeksInYear)).toEqual([53, 52, 53, 52, 53, 53]);
});
