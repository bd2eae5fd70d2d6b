import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { highlightRow } from '../../tests/support/rows.ts';
import { closeTestStore, openTestStore } from '../../tests/support/test-store.ts';
import type { SectorStore } from '../store/sector-store.ts';
import { entriesFromRows } from './entries-from-rows.ts';
import { searchPipeline } from './search-pipeline.ts';
import { parseSearchQuery } from './search-query.ts';

const COUNT = 3000;
/** Each third holds "chung", one in a hundred "hiếm", one in 300 names a province, and one only "độc". */
function textOf(index: number): string {
  return [
    `Câu thứ ${index} có từ`,
    ...(index % 3 === 0 ? ['chung'] : []),
    ...(index % 100 === 0 ? ['hiếm'] : []),
    ...(index % 300 === 0 ? ['Đà Nẵng'] : []),
    ...(index === 7 ? ['độc'] : []),
    `đạt ${index % 100}% (mức 3, 4)`,
  ].join(' ');
}

let store: SectorStore;
beforeAll(async () => {
  store = await openTestStore('search-index');
  const highlights = Array.from({ length: COUNT }, (_, index) =>
    highlightRow({ _id: `h${index}`, ordinal: index, text: { vi: textOf(index), en: '—' } }),
  );
  const none = { indicators: [], observations: [], targets: [], tasks: [] };
  await store.searchEntries.insertMany(entriesFromRows({ ...none, highlights }, { sentence: () => null }));
});
afterAll(() => closeTestStore(store));

interface Explained {
  readonly stages: readonly string[];
  readonly keys: number;
  readonly documents: number;
}
async function explain(text: string): Promise<Explained> {
  const told: unknown = await store.searchEntries.collection
    .aggregate(searchPipeline(parseSearchQuery(text), 20))
    .explain('executionStats');
  const all = JSON.stringify(told);
  const numbers = (name: string) =>
    [...all.matchAll(new RegExp(`"${name}":(\\d+)`, 'gu'))].map(([, n]) => Number(n));
  const winning = JSON.stringify(told, (key, value: unknown) => (key === 'rejectedPlans' ? [] : value));
  return {
    stages: [...winning.matchAll(/"stage":"(\w+)"/gu)].map(([, stage]) => stage ?? ''),
    keys: Math.max(...numbers('totalKeysExamined')),
    documents: Math.max(...numbers('totalDocsExamined')),
  };
}

describe('the index over the words', () => {
  test.each([
    'chung',
    'chung hiếm',
    'hie',
    'Đà Nẵng',
    'tp da nang chung',
    '7%',
    '3,4',
    '(',
    '3, 4 chung độc',
  ])('serves %j, and nothing reads the whole collection', async (text) => {
    const { stages } = await explain(text);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
  });

  test('is read by the rarest of the words', async () => {
    const { keys, documents } = await explain('từ chung hiếm ');
    expect(keys).toBeLessThanOrEqual(2 * (COUNT / 100));
    expect(documents).toBeLessThanOrEqual(2 * (COUNT / 100));
  });

  test('gives the beginning of a word as a range', async () => {
    expect(await explain('hie')).toMatchObject({ keys: COUNT / 100, documents: COUNT / 100 });
  });

  test('gives a name by its code and as it was typed, and nothing of the words in it', async () => {
    const { documents } = await explain('da nang');
    expect(documents).toBe(COUNT / 300);
  });

  test('is enough for as many words as fit', async () => {
    const longest = Array.from({ length: 66 }, (_, index) => String.fromCharCode(97 + (index % 26))).join(
      ' x',
    );
    const { stages } = await explain(longest.slice(0, 200));
    expect(stages).not.toContain('COLLSCAN');
  });
});
