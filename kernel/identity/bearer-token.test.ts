import { describe, expect, test } from 'vitest';
import { CodedError } from '../errors.ts';
import { bearerToken, LONGEST_TOKEN } from './bearer-token.ts';

test('no header is nobody', () => {
  expect(bearerToken([])).toBeNull();
});

test.each(['Bearer a.b.c', 'bearer a.b.c', 'BEARER  a.b.c'])('%s brings a token', (header) => {
  expect(bearerToken([header])).toBe('a.b.c');
});

test('a token of the greatest length is read', () => {
  expect(bearerToken([`Bearer ${'x'.repeat(LONGEST_TOKEN)}`])).toHaveLength(LONGEST_TOKEN);
});

describe('what is no token is refused, and never nobody', () => {
  test.each([
    [['']],
    [['Bearer']],
    [['Bearer ']],
    [['a.b.c']],
    [['Basic YTpi']],
    [['Bearer a.b.c d.e.f']],
    [['Bearer a.b.c,', 'x']],
    [['Bearer a.b.c', 'Bearer a.b.c']],
    [[`Bearer ${'x'.repeat(LONGEST_TOKEN + 1)}`]],
  ])('%j', (headers) => {
    expect(() => bearerToken(headers)).toThrow(CodedError);
    expect(() => bearerToken(headers)).toThrow(/Authorization|longer than is taken/u);
  });
});
