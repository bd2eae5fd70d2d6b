import { describe, expect, test } from 'vitest';
import { quoted } from './quoted.ts';

describe('quoted', () => {
  test('puts a short text in quotes as it is', () => {
    expect(quoted('2020-Q5')).toBe('"2020-Q5"');
    expect(quoted('')).toBe('""');
  });

  test('cuts a long text after 60 characters, and no character in two', () => {
    expect(quoted('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(quoted('😀'.repeat(61))).toBe(`"${'😀'.repeat(60)}…"`);
  });

  test('lets no line end or control character into a log', () => {
    expect(quoted('a\nb\u0000')).toBe('"a\\nb\\u0000"');
  });

  test('names the type of what is no text', () => {
    expect(quoted(2020)).toBe('a value of type number');
    expect(quoted(null)).toBe('null');
    expect(quoted(undefined)).toBe('undefined');
  });
});
