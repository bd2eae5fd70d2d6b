import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childEnvironment, readEnvironment } from '../kernel/environment.ts';
import type { Role } from '../kernel/identity/identity.ts';
import { todayInHanoi } from '../kernel/local-date.ts';
import { openMongoDeployment, type MongoDeployment } from '../kernel/mongodb/deployment.ts';
import { startWholeSystem, type WholeSystem } from './support/whole-system.ts';
import { walk, type WalkStep } from './support/walk.ts';

const root = join(import.meta.dirname, '..');
const guide = join(root, 'docs/sector-teams.md');
const form = 'telecom-2022-09.xlsx';
const roles: Readonly<Record<string, Role>> = {
  editor: { kind: 'EDITOR', sector: 'TELECOM' },
  office: { kind: 'OFFICE' },
};

let folder: string;
let mongodb: MongoDeployment;
let system: WholeSystem;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giaoban-month-'));
  // Of its own: what the month publishes is in nobody else's way.
  const environment = { ...readEnvironment(), mongodbUri: null };
  mongodb = await openMongoDeployment({ environment, dataDir: null, log: () => {} });
  system = await startWholeSystem(mongodb.uri);
});
afterAll(async () => {
  await system.stop();
  await mongodb.stop();
  await rm(folder, { recursive: true, force: true });
});

test('docs/sector-teams.md walks through a month, and every answer in it is what the system says', async () => {
  const markdown = await readFile(guide, 'utf8');
  const walked = await walk(markdown, 'Mã chỉ tiêu', take);
  const formatted = await format(walked, { ...(await resolveConfig(guide)), parser: 'markdown' });
  await expect(formatted).toMatchFileSnapshot(guide);
}, 240_000);

async function take(step: WalkStep): Promise<string | null> {
  switch (step.kind) {
    case 'SHELL':
      return runCommand(step.command);
    case 'GRAPHQL':
      return ask(step.role, step.query);
    case 'FILL':
      await fill(step.titles, step.rows);
      return null;
  }
}

async function ask(role: string, query: string): Promise<string> {
  const who = roles[role];
  const token = who === undefined ? undefined : await system.token(who, 'an.nguyen@mic.gov.vn');
  const { body } = await system.ask(query, {}, token);
  return JSON.stringify(body, null, 2)
    .replaceAll(moment, '<now>')
    .replaceAll(todayInHanoi(), '<today>')
    .replaceAll(importMark, '~<import>');
}
/** What an imported figure's id ends with: another for each file. */
const importMark = /~[0-9a-f]{8}/gu;
const moment = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/gu;

/** The command as it stands, with its files in a folder that goes with the test. */
async function runCommand(command: string): Promise<string> {
  const [program = '', ...words] = command
    .replaceAll('telecom-2022-09.', join(folder, 'telecom-2022-09.'))
    .split(' ');
  const env = childEnvironment(readEnvironment(), { MONGODB_URI: mongodb.uri, DATA_DIR: system.dataDir });
  const { stdout, stderr } = await promisify(execFile)(program, words, { cwd: root, env }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return `${stdout}${stderr}`.replaceAll(`${folder}/`, '').trimEnd();
}

/** Types into the form what a table says: the row by its indicator, the columns by their titles. */
async function fill(titles: readonly string[], rows: readonly (readonly string[])[]): Promise<void> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(join(folder, form));
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error('the form has no sheet');
  const columns = new Map<string, number>();
  let head = 0;
  sheet.eachRow((row, at) => {
    if (head > 0) return;
    row.eachCell((cell, column) => {
      const title = cell.text.split('\n', 1)[0]?.replace(/\s*[(*].*$/u, '') ?? '';
      columns.set(title, column);
    });
    if (columns.has(titles[0] ?? '')) head = at;
  });
  const columnOf = (title: string) => {
    const column = columns.get(title);
    if (column === undefined)
      throw new Error(`the form has no column ${title}: ${[...columns.keys()].join(', ')}`);
    return column;
  };
  const below = sheet.getRows(head + 1, sheet.rowCount - head) ?? [];
  for (const [indicator = '', ...values] of rows) {
    const row = below.find((one) => one.getCell(columnOf(titles[0] ?? '')).text === indicator);
    if (row === undefined) throw new Error(`the form has no row for ${indicator}`);
    for (const [index, value] of values.entries()) {
      const number = /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) : null;
      row.getCell(columnOf(titles[index + 1] ?? '')).value = value === '' ? null : (number ?? value);
    }
  }
  await book.xlsx.writeFile(join(folder, form));
}
