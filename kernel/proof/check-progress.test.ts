import { expect, test } from 'vitest';
import { madeUpSector } from '../../tests/support/made-up-sector.ts';
import { documents } from '../registers/documents.ts';
import { checkProgress } from './check-progress.ts';

const words = { vi: 'thử', en: 'trial' };
const place = { line: 1, start: 0, end: 3 };
const [first, , , last] = documents;

function faultsOf(on: string | undefined, document: string | undefined): string[] {
  const progress = [{ on, text: words, status: 'IN_PROGRESS', document, cite: place }];
  const task = { id: 'a', title: words, leadUnits: ['MIC'], cite: place, progress };
  return checkProgress(madeUpSector({ tasks: [task] })).map(({ fault }) => fault);
}

test("a note is of its document's meeting, not before the task", () => {
  expect(faultsOf(last?.heldOn, last?.id)).toEqual([]);
  expect(faultsOf(last?.issuedOn, last?.id)).toEqual([expect.stringMatching(/was not on/u)]);
  expect(faultsOf(first?.heldOn, first?.id)).toEqual([expect.stringMatching(/is older than the task/u)]);
});
