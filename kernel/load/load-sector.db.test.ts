import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  catalogue,
  highlightRecord,
  julyDocument,
  observationRecord,
  quarterDocument,
  sectorFolder,
  taskRecord,
  type SectorFolder,
} from '../../tests/support/sector-folder.ts';
import { recordCommands } from '../../tests/support/mongodb-commands.ts';
import { closeTestStore, openTestStore } from '../../tests/support/test-store.ts';
import { modelsOf, type SectorStore } from '../store/sector-store.ts';
import { loadSector, type LoadReport } from './load-sector.ts';

let folder: SectorFolder;
let store: SectorStore;
beforeEach(async () => {
  store = await openTestStore('load');
  folder = sectorFolder();
  folder.write('indicators.yml', catalogue('test.revenue', 'test.parcels'));
  writeObservations(observationRecord(), observationRecord({ period: '2020-05' }));
  folder.write(`${julyDocument}/highlights.yml`, [highlightRecord('a')]);
  folder.write(`${quarterDocument}/tasks.yml`, [taskRecord('a'), taskRecord('b')]);
});
afterEach(async () => {
  folder.destroy();
  await closeTestStore(store);
});

const writeObservations = (...records: object[]) => folder.write(`${julyDocument}/observations.yml`, records);
const load = () => loadSector(store, folder.sector);
/** `{ observations: '1 inserted, 2 left' }`, without what is nothing. */
function told(report: LoadReport): Record<string, string> {
  return Object.fromEntries(
    Object.entries(report).map(([name, counts]) => [
      name,
      Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([what, count]) => `${count} ${what}`)
        .join(', '),
    ]),
  );
}
/** All that the database holds, to compare it with what it held. */
async function everything(): Promise<unknown> {
  return Promise.all(
    modelsOf(store).map(async ({ collection }) => [
      collection.collectionName,
      await collection.find().sort({ _id: 1 }).toArray(),
    ]),
  );
}
async function versions(): Promise<Record<string, number>> {
  const sections = await store.sections.find().sort({ _id: 1 }).lean();
  return Object.fromEntries(sections.map(({ _id, version }) => [_id, version]));
}

describe('a load', () => {
  test('puts in what the data files say', async () => {
    expect(told(await load())).toMatchObject({
      indicators: '2 inserted',
      observations: '2 inserted',
      targets: '',
      tasks: '2 inserted',
      highlights: '1 inserted',
      sections: '2 inserted',
    });
    expect(await versions()).toEqual({ '2020-07': 1, '2020-Q1': 1 });
  });

  test('changes nothing the second time', async () => {
    await load();
    const before = await everything();
    const report = told(await load());
    expect(report).toMatchObject({ indicators: '2 left', tasks: '2 left', sections: '2 left' });
    for (const counts of Object.values(report)) expect(counts).toMatch(/^(\d+ left)?$/u);
    expect(await everything()).toEqual(before);
  });

  test('changes the one row whose value changed, and counts its section one version on', async () => {
    await load();
    writeObservations(observationRecord({ qualifier: 'ABOUT' }), observationRecord({ period: '2020-05' }));
    expect(told(await load())).toMatchObject({ observations: '1 changed, 1 left', tasks: '2 left' });
    const changed = await store.observations.find({ period: '2020-06' }).lean();
    expect(changed).toEqual([expect.objectContaining({ qualifier: 'ABOUT', edition: '2020-07' })]);
    expect((await versions())['2020-07']).toBe(2);
    await load();
    expect((await versions())['2020-07']).toBe(2);
  });

  test('takes away what the data files no longer say, and the section of an edition that says nothing more', async () => {
    await load();
    folder.remove(`${quarterDocument}/tasks.yml`);
    writeObservations(observationRecord());
    expect(told(await load())).toMatchObject({
      observations: '1 removed, 1 left',
      tasks: '2 removed',
      sections: '1 changed, 1 removed',
    });
    expect(await store.tasks.countDocuments()).toBe(0);
    expect(await versions()).toEqual({ '2020-07': 2 });
  });

  test('takes an indicator that is put before all others: the rest move down', async () => {
    await load();
    folder.write('indicators.yml', catalogue('test.new', 'test.revenue', 'test.parcels'));
    expect(told(await load())).toMatchObject({ indicators: '1 inserted, 2 changed' });
    const order = await store.indicators.find().sort({ ordinal: 1 }).lean();
    expect(order.map(({ _id }) => _id)).toEqual(['test.new', 'test.revenue', 'test.parcels']);
  });

  test('keeps figures that no float could', async () => {
    const value = '1234567890123456789012345678901.234';
    writeObservations(observationRecord({ value }));
    await load();
    expect((await store.observations.findOne().lean())?.value?.toString()).toBe(value);
  });
});

describe('a load that fails', () => {
  test('midway, at a row that MongoDB refuses, leaves everything as it was', async () => {
    await load();
    const before = await everything();
    await store.connection.db?.command({
      collMod: 'tasks',
      validator: { 'title.vi': { $ne: 'refused' } },
    });
    writeObservations(observationRecord({ value: '1' }));
    folder.write(`${quarterDocument}/tasks.yml`, [taskRecord('refused'), taskRecord('b')]);
    await expect(load()).rejects.toThrow('Document failed validation');
    expect(await everything()).toEqual(before);
  });

  test('at the data files tells every fault of all of them, and writes nothing', async () => {
    writeObservations(observationRecord({ indicator: 'test.none', province: '99' }), { period: 7 });
    folder.write(`${quarterDocument}/tasks.yml`, [taskRecord('a', { leadUnits: ['NOBODY'] })]);
    const recorder = recordCommands(store);
    const failed = await load().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'DATA_FILE_INVALID' });
    const message = String(failed);
    for (const fault of [
      /july-2020\/observations\.yml:1: there is no indicator test\.none/u,
      /july-2020\/observations\.yml:1: there is no province 99/u,
      /july-2020\/observations\.yml:\d+: indicator: /u,
      /july-2020\/observations\.yml:\d+: period: /u,
      /q1-2020\/tasks\.yml:1: there is no agency NOBODY/u,
    ])
      expect(message).toMatch(fault);
    expect(recorder.take()).toEqual([]);
  });
});

describe('loads at once', () => {
  test('all end well, and nothing doubles', async () => {
    const reports = await Promise.all([load(), load(), load(), load()]);
    for (const report of reports) expect(Object.keys(report)).toContain('observations');
    expect(reports.filter((report) => report['observations']?.inserted === 2)).toHaveLength(1);
    const loaded = modelsOf(store).filter((model) => !['AuditEntry', 'Import'].includes(model.modelName));
    const counts = await Promise.all(loaded.map((model) => model.countDocuments()));
    const left = Object.values(await load()).map((report) => report.left);
    expect(counts.toSorted()).toEqual(left.toSorted());
    expect(await store.observations.countDocuments()).toBe(2);
    expect(await versions()).toEqual({ '2020-07': 1, '2020-Q1': 1 });
  });

  test('of the same change count it once', async () => {
    await load();
    writeObservations(observationRecord({ value: '1' }), observationRecord({ period: '2020-05' }));
    await Promise.all([load(), load()]);
    expect((await versions())['2020-07']).toBe(2);
  });
});

test('a load is one transaction, whose writes wait for the journals of a majority', async () => {
  const recorder = recordCommands(store);
  await load();
  const commands = recorder.take();
  const transactions = new Set(
    commands.map(({ body }) => [JSON.stringify(body['lsid']), String(body['txnNumber'])].join()),
  );
  expect(transactions.size).toBe(1);
  expect(commands.at(-1)).toMatchObject({
    command: 'commitTransaction',
    body: { writeConcern: { w: 'majority', j: true } },
  });
});
