import { expect, test } from 'vitest';
import { proofFails } from './proof-fails.ts';

const fault = { check: 'SPANS', at: 'a', fault: 'b' } as const;

test.each([
  [[], [], true, false],
  [[fault], [], false, true],
  [[], ['a'], false, false],
  [[], ['a'], true, true],
  [[fault], ['a'], false, true],
])('with faults %o, missing texts %o, texts required %s: %s', (faults, missingTexts, required, fails) => {
  expect(proofFails({ faults, missingTexts }, required)).toBe(fails);
});
