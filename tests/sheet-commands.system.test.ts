import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { childEnvironment, readEnvironment } from '../kernel/environment.ts';
import { loadSector } from '../kernel/load/load-sector.ts';
import { databaseUri } from '../kernel/mongodb/database-uri.ts';
import { scriptArguments } from '../kernel/script.ts';
import { readSector } from '../kernel/sectors.ts';
import { settings, settingsOfSubgraph } from '../kernel/settings.ts';
import { prepareDatabase } from '../kernel/store/prepare-database.ts';
import { openStore, type SectorStore } from '../kernel/store/sector-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'sheet-commands-'));
const form = join(folder, 'form.xlsx');
const sector = readSector('telecom');
let store: SectorStore;

beforeAll(async () => {
  store = await openStore(databaseUri(inject('mongodbUri'), sector.database));
  await store.connection.dropDatabase();
  await prepareDatabase(store);
  await loadSector(store, sector);
});
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.connection.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command as a team does, with its database's address. */
async function command(name: string, ...words: readonly string[]) {
  return new Promise<{ code: number; out: string; error: string }>((resolve) => {
    execFile(
      process.execPath,
      [...scriptArguments(`commands/${name}`), ...words],
      {
        env: childEnvironment(readEnvironment(), {
          [settingsOfSubgraph(sector.code).mongodbUri.name]: inject('mongodbUri'),
          // Where no MongoDB of npm start is found.
          [settings.dataDir.name]: folder,
        }),
        maxBuffer: 2 ** 26,
      },
      (failed, out, error) => resolve({ code: Number(failed?.code ?? 0), out, error }),
    );
  });
}
async function fill(cells: Readonly<Record<string, string | number>>, to: string): Promise<void> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(form);
  const sheet = book.getWorksheet('Số liệu');
  if (sheet === undefined) throw new Error('no sheet');
  sheet.eachRow((row) => {
    const value = cells[row.getCell(1).text];
    if (value !== undefined) row.getCell(7).value = value;
  });
  await book.xlsx.writeFile(to);
}

test('a team reports a month: the form, filled in with a mistake, mended, imported, exported', async () => {
  expect(await command('template', 'telecom', '2022-09', '--out', form)).toMatchObject({
    code: 0,
    out: expect.stringContaining('last values from the database'),
  });

  const filled = join(folder, 'filled.xlsx');
  await fill({ 'telecom.revenue': '10,26 nghìn tỷ', 'telecom.revenue.mobile': 7_390_000_000_000 }, filled);
  const refused = await command('import', 'telecom', filled);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain(
    'Tệp có 1 lỗi; chưa số liệu nào được nhập.\n  G4 (Giá trị): "10,26 nghìn tỷ" không phải là số',
  );
  expect((await command('import', 'telecom', filled, '--lang', 'en')).out).toContain('The file has 1 fault');
  expect(await store.observations.countDocuments({ edition: '2022-09' })).toBe(0);

  await fill(
    { 'telecom.revenue': 10_260_000_000_000, 'telecom.revenue.mobile': '7.390.000.000.000' },
    filled,
  );
  const dry = await command('import', 'telecom', filled, '--dry-run', '--json');
  expect(dry.code).toBe(0);
  expect(JSON.parse(dry.out)).toMatchObject({ kind: 'CHECKED', edition: '2022-09', counts: { figures: 2 } });
  expect(await store.observations.countDocuments({ edition: '2022-09' })).toBe(0);

  const imported = await command('import', 'telecom', filled);
  expect(imported).toMatchObject({ code: 0, out: expect.stringContaining('thêm 2, sửa 0, giữ nguyên 0') });
  // No terminal, no bar.
  expect(imported.error).toBe('');
  expect((await command('import', 'telecom', filled)).out).toContain('thêm 0, sửa 0, giữ nguyên 2');

  const published = await command('export', 'telecom', '--format', 'csv', '--edition', '2022-09');
  expect(published.out.split('\r\n').filter((line) => line.startsWith('telecom.'))).toEqual([]);
  const drafts = await command('export', 'telecom', '--format', 'json', '--edition', '2022-09', '--drafts');
  expect(JSON.parse(drafts.out)).toMatchObject({
    figures: [
      { indicator: 'telecom.revenue', value: '10260000000000', state: 'DRAFT' },
      { indicator: 'telecom.revenue.mobile', value: '7390000000000', state: 'DRAFT' },
    ],
  });
});

/** What a report answers as JSON, from the database or from the data files. */
async function told(from: 'database' | 'files', ...[name = '', ...words]: readonly string[]) {
  const { code, out, error } = await command(name, ...words, '--sector', 'telecom', '--json', '--from', from);
  expect(error).toBe('');
  const { source, ...report } = JSON.parse(out) as { source: string } & Record<string, unknown>;
  expect(source).toBe(from);
  return { code, report };
}

test.each([
  ['audit', '2020-07'],
  ['audit', '2022-08'],
  ['diff', '2020-07', '2020-Q3'],
  ['tasks', '--as-of', '2020-05-01'],
])(
  'npm run %s %s tells the same of the database as of the data files that it was loaded from',
  async (...words) => {
    const [stored, files] = await Promise.all([told('database', ...words), told('files', ...words)]);
    expect(stored).toEqual(files);
  },
);

test('the audit takes the drafts in where it is asked to, before anybody publishes them', async () => {
  const filled = join(folder, 'wrong-total.xlsx');
  await fill(
    {
      'telecom.revenue': 11_000_000_000_000,
      'telecom.revenue.mobile': 7_500_000_000_000,
      'telecom.revenue.fixed': 2_600_000_000_000,
    },
    filled,
  );
  expect(await command('import', 'telecom', filled)).toMatchObject({ code: 0 });
  const audit = (...more: readonly string[]) =>
    command('audit', '2022-09', '--sector', 'telecom', '--lang', 'en', ...more);
  const [published, drafts] = await Promise.all([audit(), audit('--drafts')]);
  expect(published).toMatchObject({
    code: 0,
    out: expect.stringMatching(/nothing to compute.*From the database\.\n$/su),
  });
  expect(drafts).toMatchObject({ code: 1, error: '' });
  expect(drafts.out).toContain('7.5 + 2.6 = 10.1; 11 trillion VND is stated: it does not agree.');
  expect(drafts.out).toMatch(/From the database, drafts included\.\n$/u);
});

test('a task that is done is owed no more, as soon as its team says so', async () => {
  const words = ['tasks', '--as-of', '2020-05-01'];
  const before = await told('database', ...words);
  const [owed] = before.report['tasks'] as { id: string }[];
  if (owed === undefined) throw new Error('something is owed');
  const row = await store.tasks.findById(owed.id).lean();
  await store.tasks.updateOne({ _id: owed.id }, { status: 'DONE', completedOn: '2020-04-30' });
  const after = await told('database', ...words);
  await store.tasks.updateOne({ _id: owed.id }, { status: row?.status, completedOn: null });
  expect(after.report['tasks']).toEqual((before.report['tasks'] as { id: string }[]).slice(1));
});

test('a report of the database where none runs says so; else it is of the data files', async () => {
  expect(await command('tasks', '--from', 'database')).toMatchObject({
    code: 2,
    out: '',
    error: expect.stringMatching(/^The database of \S+ does not run: npm start runs it/u),
  });
  expect(await command('tasks', '--lang', 'en')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/From the data files\.\n$/u),
  });
});

test.each(['csv', 'xlsx'])('an export as %s is imported as it is, and holds every figure', async (format) => {
  const out = join(folder, `july.${format}`);
  const exported = await command(
    'export',
    'telecom',
    '--format',
    format,
    '--edition',
    '2020-07',
    '--out',
    out,
    '--numbers',
    'vi',
  );
  const stored = await store.observations.countDocuments({ edition: '2020-07' });
  expect(exported).toMatchObject({ code: 0, error: `${stored} figures of telecom, 2020-07.\n` });
  const back = await command('import', 'telecom', out, '--dry-run', '--json');
  expect(JSON.parse(back.out)).toMatchObject({
    kind: 'CHECKED',
    edition: '2020-07',
    counts: { figures: stored },
  });
});

test('an export of all editions is told to be one of several', async () => {
  const out = join(folder, 'all.csv');
  await command('export', 'telecom', '--out', out);
  expect(readFileSync(out, 'utf8')).toContain('2020-08-04-briefing-july-2020');
  const back = await command('import', 'telecom', out, '--edition', '2020-07', '--dry-run', '--lang', 'en');
  expect(back.code).toBe(1);
  expect(back.out).toContain('This row is of the edition');
});

test.each([
  ['template', ['telecom'], 'name a sector and a briefing'],
  ['template', ['sport', '2022-09'], 'name one of the sectors'],
  ['import', ['telecom', join(folder, 'none.csv')], 'ENOENT'],
  ['import', ['telecom', 'x', '--numbers', 'german'], '--numbers must be'],
  ['import', ['telecom', 'x', '--colour'], "Unknown option '--colour'"],
  ['audit', ['2020-07', '--from', 'memory'], '--from must be database or files'],
  ['export', ['telecom', '--format', 'pdf'], '--format must be one of csv, xlsx, json'],
] as const)('npm run %s -- %j exits 2 and says what to do', async (name, words, said) => {
  expect(await command(name, ...words)).toMatchObject({ code: 2, error: expect.stringContaining(said) });
});

test('a damaged file exits 2 and writes nothing', async () => {
  const path = join(folder, 'damaged.xlsx');
  writeFileSync(path, Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(500)]));
  expect(await command('import', 'telecom', path)).toMatchObject({
    code: 2,
    error: expect.stringContaining('cannot be read'),
  });
});
