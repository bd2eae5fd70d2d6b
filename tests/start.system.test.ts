import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portHolder } from '../commands/start/port-holder.ts';
import { childEnvironment, readEnvironment } from '../kernel/environment.ts';
import { freePort, isPortFree } from '../kernel/free-port.ts';
import { findRunningDeployment } from '../kernel/mongodb/data-folder.ts';
import { scriptArguments } from '../kernel/script.ts';
import { readSectors } from '../kernel/sectors.ts';
import { settings, settingsOfSubgraph } from '../kernel/settings.ts';
import { askGraph } from './support/whole-system.ts';

/*
 * `npm start` as a new user meets it, with a mongod of its own: what it prints, a process that dies, a second start beside it, Ctrl-C,
 * and the start after that. Also one subgraph alone, which finds or starts its own mongod.
 */

const sectors = readSectors();
const host = '127.0.0.1';
let dataDir: string;
let otherDir: string;
let ports: Record<string, number>;

/** The command's process with all that it printed. */
interface Command {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

function run(script: string, changes: Readonly<Record<string, string>>, ...args: string[]): Command {
  const own = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  const child = spawn(process.execPath, [...scriptArguments(script), ...args], {
    env: childEnvironment(readEnvironment(), {
      [settings.mongodbUri.name]: null,
      [settings.dataDir.name]: dataDir,
      ...own,
      ...changes,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => output, exit };
}

async function untilPrinted(command: Command, text: string): Promise<void> {
  const latest = Date.now() + 160_000;
  while (!command.output().includes(text)) {
    if (command.child.exitCode !== null || Date.now() > latest)
      throw new Error(`did not print "${text}", but:\n${command.output()}`);
    await pause(50);
  }
}

const gatewayOrigin = () => `http://${host}:${ports[settings.gatewayPort.name]}`;
const telecomPort = () => ports[settingsOfSubgraph('TELECOM').port.name] ?? 0;
const query =
  '{ briefing(period: "2020-07") { period telecom { mobileRevenue { value } } press { state } office { meeting { heldOn } } } }';
const answer = {
  data: {
    briefing: {
      period: '2020-07',
      telecom: { mobileRevenue: { value: '7390000000000' } },
      press: { state: 'PUBLISHED' },
      office: { meeting: { heldOn: '2020-08-04' } },
    },
  },
};
const ask = async () => (await askGraph(gatewayOrigin(), query)).body;
/** Of the supergraph that the gateway answers by. */
async function supergraphVersion(): Promise<string> {
  const response = await fetch(`${gatewayOrigin()}/health/ready`);
  return ((await response.json()) as { supergraph: { version: string } }).supergraph.version;
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'giaoban-start-'));
  otherDir = await mkdtemp(join(tmpdir(), 'giaoban-start-'));
  const names = [settings.gatewayPort.name, ...sectors.map(({ code }) => settingsOfSubgraph(code).port.name)];
  ports = {};
  for (const name of names) ports[name] = await freePort(null, host);
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await rm(otherDir, { recursive: true, force: true });
});

describe('npm start', () => {
  let first: Command;
  beforeAll(async () => {
    first = run('commands/start', {});
    await untilPrinted(first, 'Ctrl-C stops everything.');
  });
  afterAll(async () => {
    first.child.kill('SIGKILL');
    await first.exit;
  });

  it('says which MongoDB it runs, in one line, and where everything is', () => {
    const lines = first.output().split('\n');
    expect(lines.filter((line) => /^MongoDB .+, data in /u.test(line))).toHaveLength(1);
    for (const { folder } of sectors)
      expect(lines.filter((line) => new RegExp(`^  ${folder} +http:`, 'u').test(line))).toHaveLength(1);
    expect(first.output()).toContain(`The graph is ready after`);
    expect(first.output()).toContain(`${gatewayOrigin()}/graphql`);
  });

  it('prints a query that can be pasted into a terminal', async () => {
    const curl = /^curl -s (\S+) -H 'content-type: application\/json' -d '(.+)'$/mu.exec(first.output());
    const [, address = '', body = ''] = curl ?? [];
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await response.json()).toMatchObject({
      data: { briefing: { telecom: { mobileRevenue: { display: '7,39 nghìn tỷ đồng' } } } },
    });
  });

  it('answers', async () => {
    expect(await ask()).toEqual(answer);
  });

  it.runIf(process.platform === 'linux')('starts again what dies, and the others do not notice', async () => {
    const holder = /process (\d+)/u.exec((await portHolder(telecomPort())) ?? '')?.[1];
    process.kill(Number(holder), 'SIGKILL');
    await untilPrinted(first, 'telecom ended: SIGKILL. It is started again in 0.5 s.');
    const { data } = (await ask()) as { data: typeof answer.data };
    expect(data.briefing.press).toEqual(answer.data.briefing.press);
    await untilPrinted(first, 'telecom is ready again');
    expect(await ask()).toEqual(answer);
  });

  it('refuses a second start on the same data, and on the same ports, in one sentence each', async () => {
    const onData = run('commands/start', {});
    expect(await onData.exit).toBe(1);
    expect(onData.output().trim()).toMatch(
      /^The data folder \S+ is held by the running process \d+: use that one, end it, or set DATA_DIR to another folder\.$/u,
    );
    const onPorts = run('commands/start', { [settings.dataDir.name]: otherDir });
    expect(await onPorts.exit).toBe(1);
    expect(onPorts.output().trim()).toMatch(
      /^Ports .+ are taken, the first by .+: end what listens there, or set these to free ports\.$/u,
    );
  });

  it('lets one subgraph be run beside it, on the mongod that it runs', async () => {
    const port = await freePort(null, host);
    const beside = run('commands/subgraph', { TELECOM_PORT: String(port) }, 'telecom');
    await untilPrinted(beside, 'is ready');
    const { body } = await askGraph(`http://${host}:${port}`, '{ telecom { observations { totalCount } } }');
    expect(body.errors).toBeUndefined();
    beside.child.kill('SIGINT');
    expect(await beside.exit).toBe(0);
    // The mongod is not its own to stop.
    expect(await ask()).toEqual(answer);
  });

  it('stops everything with Ctrl-C', async () => {
    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
    expect(first.output()).toMatch(/Stopping \(SIGINT\) …\nStopped\.\n$/u);
    for (const [name, port] of Object.entries(ports)) expect(await isPortFree(port, host), name).toBe(true);
    expect(await findRunningDeployment(dataDir)).toBeNull();
  });

  it('answers the same from disk when it is started again, and takes its graph from the registry where it is told to', async () => {
    const second = run('commands/start', { [settings.supergraph.name]: 'registry' });
    try {
      await untilPrinted(second, 'Ctrl-C stops everything.');
      expect(await ask()).toEqual(answer);
      expect(await supergraphVersion()).toBe('0');

      const publishing = run('commands/schema-publish', {}, 'telecom', '--by', 'tests');
      expect(await publishing.exit, publishing.output()).toBe(0);
      expect(publishing.output()).toContain('Published as number 1.');
      await expect.poll(supergraphVersion, { timeout: 60_000, interval: 100 }).toBe('1');
      expect(await ask()).toEqual(answer);
    } finally {
      second.child.kill('SIGTERM');
      expect(await second.exit).toBe(0);
    }
  }, 240_000);
});

describe('npm run subgraph', () => {
  it('starts a mongod of its own where none runs, answers its own part, and takes it along', async () => {
    const alone = run('commands/subgraph', { [settings.dataDir.name]: otherDir }, 'telecom');
    await untilPrinted(alone, 'is ready');
    const { body } = await askGraph(
      `http://${host}:${telecomPort()}`,
      '{ briefing(period: "2020-07") { period telecom { mobileRevenue { value } } } }',
    );
    expect(body).toEqual({
      data: { briefing: { period: '2020-07', telecom: answer.data.briefing.telecom } },
    });
    alone.child.kill('SIGINT');
    expect(await alone.exit).toBe(0);
    expect(await findRunningDeployment(otherDir)).toBeNull();
  });

  it.each([
    [[], 'got: none.'],
    [['nosuch'], 'got: "nosuch".'],
  ])('names the subgraphs where it is given %j', async (args, end) => {
    const wrong = run('commands/subgraph', {}, ...args);
    expect(await wrong.exit).toBe(1);
    expect(wrong.output().trim()).toBe(
      `Name one of the subgraphs ${sectors.map(({ folder }) => folder).join(', ')}, but ${end}`,
    );
  });
});

describe('without any MongoDB', () => {
  it('says in one sentence what to do', async () => {
    const path = await mkdtemp(join(tmpdir(), 'giaoban-nothing-'));
    const nothing = run('commands/start', {
      [settings.dataDir.name]: otherDir,
      [settings.cacheDir.name]: path,
      [settings.mongodbDownload.name]: 'false',
      PATH: path,
    });
    expect(await nothing.exit).toBe(1);
    const lines = nothing.output().trim().split('\n');
    expect(lines.at(-1)).toMatch(/MONGODB_URI/u);
    expect(nothing.output()).not.toMatch(/\n\s+at /u);
    await rm(path, { recursive: true, force: true });
  });
});
