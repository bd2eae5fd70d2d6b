import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { highlightRow, indicatorRow, observationRow, targetRow, taskRow } from '../../tests/support/rows.ts';
import { closeTestStore, openTestStore } from '../../tests/support/test-store.ts';
import { prepareDatabase } from './prepare-database.ts';
import { modelsOf, type SectorStore } from './sector-store.ts';

let store: SectorStore;
beforeEach(async () => {
  store = await openTestStore('prepare');
});
afterEach(() => closeTestStore(store));

/** Writes past mongoose, as a script or another program would. */
const insert = (collection: string, row: object) => store.connection.collection(collection).insertOne(row);

const rows: Readonly<Record<string, object>> = {
  indicators: indicatorRow(),
  observations: observationRow({
    scope: { code: 'RURAL', name: { vi: 'a', en: 'a' } },
    revised: { reason: 'CORRECTED', note: null, madeAt: new Date(), madeBy: null },
  }),
  tasks: taskRow(),
  highlights: highlightRow(),
  targets: targetRow(),
  sections: {
    _id: '2020-07',
    state: 'DRAFT',
    version: 1,
    publishedVersion: 0,
    publishedAt: null,
    publishedBy: null,
    draft: ['2020-07'],
    settling: [],
  },
};

describe('a write that goes past mongoose', () => {
  test.each(Object.entries(rows))('is taken where the row is whole: %s', async (collection, row) => {
    await expect(insert(collection, row)).resolves.toMatchObject({ acknowledged: true });
  });

  test.each(Object.keys(rows))(
    'is refused where a field is missing or one is too many: %s',
    async (collection) => {
      const row: Record<string, unknown> = { ...rows[collection] };
      const missing = 'digest' in row ? 'digest' : 'version';
      const { [missing]: _, ...without } = row;
      await expect(insert(collection, without)).rejects.toThrow('Document failed validation');
      await expect(insert(collection, { ...rows[collection], colour: 'red' })).rejects.toThrow(
        'Document failed validation',
      );
    },
  );

  test.each([
    ['observations', { value: 7.39 }],
    ['observations', { value: '7390000000000' }],
    ['observations', { basis: 'MONTHLY' }],
    ['observations', { periodEnd: '30/6/2020' }],
    ['observations', { province: 79 }],
    ['observations', { citation: { document: 'a' } }],
    ['observations', { comparisons: [{ id: 'a' }] }],
    ['observations', { scope: { code: 'RURAL' } }],
    ['tasks', { dueOn: new Date() }],
    ['tasks', { leadUnits: [null] }],
    ['tasks', { leadUnits: 'MIC' }],
    ['tasks', { title: { vi: 'a' } }],
    ['tasks', { deadline: { asPrinted: 'a', latest: 'soon' } }],
    ['indicators', { ordinal: 'first' }],
    ['sections', { state: 'MISSING' }],
  ])('is refused in %s with %j', async (collection, fields) => {
    await expect(insert(collection, { ...rows[collection], ...fields })).rejects.toThrow(
      'Document failed validation',
    );
  });

  test('cannot put a figure twice into an edition and revision', async () => {
    const row = observationRow();
    await insert('observations', row);
    await expect(insert('observations', { ...row, _id: 'another' })).rejects.toThrow('E11000');
    await insert('observations', observationRow({ revision: 1 }));
    await insert('observations', observationRow({ edition: '2020-S1' }));
  });
});

describe('preparing a database', () => {
  test('makes every collection with a validator and the indexes of its schema', async () => {
    const collections = await store.connection.db?.listCollections().toArray();
    for (const model of modelsOf(store)) {
      const { collectionName } = model.collection;
      const made = collections?.find(({ name }) => name === collectionName);
      expect(made, collectionName).toHaveProperty('options.validator.$jsonSchema');
      expect(await model.diffIndexes()).toEqual({ toCreate: [], toDrop: [] });
    }
  });

  test('gives the rows of an older version the fields that it did not know', async () => {
    const { origin: _o, batch: _b, note: _n, replacedBy: _r, ...old } = observationRow({ period: '2019-01' });
    await store.connection.db?.command({ collMod: 'observations', validator: {} });
    await store.connection.db?.command({ collMod: 'sections', validator: {} });
    await insert('observations', { ...old, _id: 'old' });
    const section = { _id: '2019-01', digest: 'a', state: 'PUBLISHED', version: 4, publishedAt: new Date(0) };
    await insert('sections', section);
    await prepareDatabase(store);
    expect(await store.observations.findById('old').lean()).toMatchObject({
      origin: 'DATA_FILE',
      batch: null,
      note: null,
      replacedBy: [],
    });
    expect(await store.sections.findById('2019-01').lean()).toEqual({
      _id: '2019-01',
      state: 'PUBLISHED',
      version: 4,
      publishedVersion: 4,
      publishedAt: new Date(0),
      publishedBy: null,
      draft: [],
      settling: [],
    });
  });

  test('may be done again, and by several processes at once', async () => {
    await Promise.all([prepareDatabase(store), prepareDatabase(store), prepareDatabase(store)]);
    for (const model of modelsOf(store)) expect(await model.diffIndexes()).toMatchObject({ toCreate: [] });
  });

  test('brings a database of an older version up to date: its rules go, its rows stay', async () => {
    const indicators = store.connection.collection('indicators');
    await store.connection.db?.command({ collMod: 'indicators', validator: {} });
    await insert('indicators', { ...indicatorRow(), colour: 'red' });
    await indicators.createIndexes([{ key: { ordinal: 1 }, unique: true }]);
    await Promise.all([prepareDatabase(store), prepareDatabase(store)]);
    await insert('indicators', indicatorRow({ _id: 'test.other' }));
    expect(await indicators.countDocuments()).toBe(2);
    await expect(
      insert('indicators', { ...indicatorRow({ _id: 'test.third' }), colour: 'red' }),
    ).rejects.toThrow('Document failed validation');
  });
});
