import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { untilReady } from '../start/until-ready.ts';
import { childEnvironment, readEnvironment } from '../../kernel/environment.ts';
import { freePort } from '../../kernel/free-port.ts';
import { scriptArguments } from '../../kernel/script.ts';
import { readSectors } from '../../kernel/sectors.ts';
import { askGraph } from '../../tests/support/whole-system.ts';

/** A copy of the project, to which a sector is added. */
const project = readEnvironment().projectDir;
const run = promisify(execFile);
let copy = '';
const running: ChildProcess[] = [];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'giaoban-copy-'));
  for (const name of ['kernel', 'subgraphs', 'gateway', 'commands', 'operations'])
    cpSync(join(project, name), join(copy, name), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'eslint.config.js', '.prettierrc.json'])
    cpSync(join(project, name), join(copy, name));
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(copy, { recursive: true, force: true });
});

/** node's arguments that run a script of the copy. */
const ofCopy = (script: string) => [...scriptArguments(script).slice(0, -1), join(copy, `${script}.ts`)];
const command = (script: string, ...args: string[]) =>
  run(process.execPath, [...ofCopy(script), ...args], { cwd: copy });
const bin = (name: string, ...args: string[]) =>
  run(process.execPath, [join(project, 'node_modules', name), ...args], { cwd: copy });

async function start(script: string, port: number, settings: Record<string, string>): Promise<string> {
  const environment = childEnvironment(readEnvironment(), {
    HOST: '127.0.0.1',
    NODE_ENV: 'development',
    DATA_DIR: join(copy, '.data'),
    ...settings,
  });
  const child = spawn(process.execPath, ofCopy(script), { cwd: copy, env: environment, stdio: 'ignore' });
  running.push(child);
  const ended = new AbortController();
  child.once('exit', () => ended.abort());
  const origin = `http://127.0.0.1:${port}`;
  expect(await untilReady(`${origin}/health/ready`, ended.signal)).toBe(true);
  return origin;
}

const arguments_ = [
  'transport',
  '--name-vi',
  'Giao thông vận tải',
  '--name-en',
  'Transport',
  '--lead-unit',
  'Văn phòng Bộ',
];

it('makes nothing of a name that cannot be one, of one that is taken, and of an agency that is unknown', async () => {
  const taken = readSectors()[0]?.folder ?? '';
  for (const args of [
    [],
    ['Transport'],
    ['../up'],
    [taken],
    ['transport', '--lead-unit', 'Nobody'],
    ['transport', '--name-vi', 'Giao "thông"'],
    ['briefing'],
  ])
    await expect(command('commands/create-subgraph', ...args), args.join(' ')).rejects.toMatchObject({
      code: 1,
    });
  expect(readdirSync(join(copy, 'subgraphs'))).toEqual(readdirSync(join(project, 'subgraphs')));
});

it('makes a folder of the shape that all have, on the next port, which composes and keeps the rules', async () => {
  const { stdout } = await command('commands/create-subgraph', ...arguments_);
  const sectors = readSectors();
  const port = Math.max(...sectors.map((sector) => sector.port)) + 1;
  const made = readSectors(join(copy, 'subgraphs')).find(({ folder }) => folder === 'transport');
  expect(made).toMatchObject({
    port,
    leadUnit: 'MIC_OFFICE',
    name: { vi: 'Giao thông vận tải', en: 'Transport' },
  });
  expect(stdout).toContain(`TRANSPORT_URL: http://transport:${port}/graphql`);

  const shape = (folder: string) => readdirSync(join(copy, 'subgraphs', folder)).sort();
  const usual = sectors.find(({ kind }) => kind === 'SECTOR')?.folder ?? '';
  expect(shape('transport')).toEqual(shape(usual));
  expect(existsSync(join(copy, 'subgraphs/transport/data/indicators.yml'))).toBe(true);
  await command('commands/compose');
  await command('commands/compose', '--check');
  const types = readFileSync(join(copy, 'generated/schema.graphql'), 'utf8');
  expect(types).toContain('type TransportSection implements');
  await bin('prettier/bin/prettier.cjs', '--check', 'subgraphs/transport');
  await bin(
    'eslint/bin/eslint.js',
    'subgraphs/transport/schema.graphql',
    'generated/subgraphs/transport.graphql',
  );
});

it('runs, and appears in sectors and in the briefing', async () => {
  const [own, gatewayPort] = [await freePort(null, '127.0.0.1'), await freePort(null, '127.0.0.1')];
  const mongodb = { TRANSPORT_MONGODB_URI: inject('mongodbUri') };
  await start('subgraphs/transport/main', own, { ...mongodb, TRANSPORT_PORT: String(own) });
  const url = `http://127.0.0.1:${own}/graphql`;
  const origin = await start('gateway/main', gatewayPort, {
    GATEWAY_PORT: String(gatewayPort),
    TRANSPORT_URL: url,
  });
  const { body } = await askGraph(
    origin,
    '{ sectors { code } transport { name(language: EN) indicators { code } } briefing(period: "2020-07") { transport { state revenue { value } } } }',
  );
  expect(body.errors).toBeUndefined();
  expect(body.data).toEqual({
    sectors: expect.arrayContaining([{ code: 'TRANSPORT' }, ...readSectors().map(({ code }) => ({ code }))]),
    transport: { name: 'Transport', indicators: [{ code: 'transport.revenue' }] },
    briefing: { transport: { state: 'MISSING', revenue: null } },
  });
});
