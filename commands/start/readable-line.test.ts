import { describe, expect, test } from 'vitest';
import { crashReason, readableLine } from './readable-line.ts';

describe('readableLine', () => {
  test.each([
    [
      { level: 'warn', msg: 'slow' },
      { level: 'warn', text: 'slow' },
    ],
    [
      { level: 'error', msg: 'a field failed', err: { message: 'boom\n  twice' }, requestId: 'r' },
      { level: 'error', text: 'a field failed: boom twice (request r)' },
    ],
    [
      { level: 'fatal', msg: 'same', err: { message: 'same' } },
      { level: 'fatal', text: 'same' },
    ],
    [{ level: 'info', msg: 'answered' }, null],
    [{ no: 'level' }, null],
  ])('%j', (entry, shown) => {
    expect(readableLine(JSON.stringify(entry))).toEqual(shown);
  });

  test('leaves what is no log line to the file', () => {
    expect(readableLine('plain text')).toBeNull();
    expect(readableLine('{cut off')).toBeNull();
  });

  test('cuts what is long', () => {
    expect(readableLine(JSON.stringify({ level: 'warn', msg: 'x'.repeat(10_000) }))?.text).toHaveLength(501);
  });
});

test.each([
  [
    [
      'file:///x.ts:1',
      "import { a } from 'b'",
      '',
      "SyntaxError: no export named 'a'",
      '    at x',
      '',
      'Node.js v20.1.0',
    ],
    "SyntaxError: no export named 'a'",
  ],
  [['node: bad option: --nope'], 'node: bad option: --nope'],
  [['Error: cannot reach mongodb://u:pw@h/'], 'Error: cannot reach mongodb://[redacted]@h/'],
  [['', 'Node.js v20.1.0'], null],
  [[], null],
])('the reason of a crash %#', (printed, reason) => {
  expect(crashReason(printed)).toBe(reason);
});
