import { expect, test } from 'vitest';
import { singularOf } from './singular.ts';

test.each([
  ['persons', 'person'],
  ['ministries', 'ministry'],
  ['addresses', 'address'],
  ['boxes', 'box'],
  ['days', 'day'],
  ['public services', 'public service'],
  ['stations of communes', 'station of communes'],
  ['groups (community)', 'group (community)'],
  ['news items a day', 'news item a day'],
  ['status', 'status'],
  ['press', 'press'],
  ['staff', 'staff'],
])('one of the %s is a %s', (plural, singular) => {
  expect(singularOf(plural)).toBe(singular);
});
