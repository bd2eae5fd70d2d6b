import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { childEnvironment, readEnvironment } from '../../kernel/environment.ts';
import { freePort } from '../../kernel/free-port.ts';
import { scriptArguments } from '../../kernel/script.ts';
import { readSectors } from '../../kernel/sectors.ts';
import { settings, settingsOfSubgraph } from '../../kernel/settings.ts';
import { type FakeSubgraph, startFakeSubgraph } from '../../tests/fake-subgraph.ts';
import { type RunningProcess, startProcess } from '../../tests/support/running-process.ts';
import { sdlWithHeadline, supergraphWith } from '../../tests/support/supergraphs.ts';
import { askGraph } from '../../tests/support/whole-system.ts';
import { versionOfText } from './supergraph-source.ts';

/** The gateway as a process of its own, before fake subgraphs, with its supergraph from a file and from the registry. */
const SWAPS = 8;
const sectors = readSectors();
const page = '{ briefing(period: "2020-07") { period telecom { state } press { state } office { state } } }';
let subgraphs: readonly FakeSubgraph[] = [];
let folder = '';
let gateway: RunningProcess | null = null;

beforeAll(async () => {
  subgraphs = await Promise.all(sectors.map((sector) => startFakeSubgraph(sector, sectors)));
});
afterAll(() => Promise.all(subgraphs.map((subgraph) => subgraph.stop())));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giaoban-releases-'));
});
afterEach(async () => {
  await gateway?.stop();
  gateway = null;
  await rm(folder, { recursive: true, force: true });
});

async function startGatewayProcess(supergraph: string): Promise<RunningProcess> {
  const port = await freePort(null, '127.0.0.1');
  const urls = sectors.map(({ code }, index): [string, string] => [
    settingsOfSubgraph(code).url.name,
    subgraphs[index]?.url ?? '',
  ]);
  gateway = await startProcess('gateway/main', port, {
    [settings.gatewayPort.name]: String(port),
    [settings.dataDir.name]: join(folder, 'data'),
    [settings.supergraph.name]: supergraph,
    [settings.supergraphPollMs.name]: '100',
    // What is looked at is the gateway; a machine that is busy with other tests is no fault of it.
    [settings.subgraphTimeoutMs.name]: '20000',
    [settings.requestTimeoutMs.name]: '30000',
    [settings.registryUri.name]: inject('mongodbUri'),
    ...Object.fromEntries<string>(urls),
  });
  return gateway;
}

interface Report {
  readonly version: string;
  readonly refused: { readonly version: string; readonly reasons: readonly string[] } | null;
}
async function report(): Promise<Report> {
  const response = await fetch(`${gateway?.origin}/health/ready`);
  return ((await response.json()) as { supergraph: Report }).supergraph;
}
async function untilVersion(version: string): Promise<void> {
  await expect.poll(async () => (await report()).version, { timeout: 120_000, interval: 100 }).toBe(version);
}

/** Asks the same again and again until it is told to stop; gives how often, and every answer that was not whole. */
function keepAsking(origin: string) {
  let going = true;
  let asked = 0;
  const bad: string[] = [];
  const whole = JSON.stringify({
    briefing: {
      period: '2020-07',
      telecom: { state: 'MISSING' },
      press: { state: 'MISSING' },
      office: { state: 'MISSING' },
    },
  });
  const loop = async () => {
    while (going) {
      asked += 1;
      const answer = await askGraph(origin, page).catch((error: unknown) => String(error));
      if (typeof answer === 'string') bad.push(answer);
      else if (answer.status !== 200 || JSON.stringify(answer.body.data) !== whole) bad.push(answer.text);
    }
  };
  const loops = Promise.all([loop(), loop(), loop()]);
  return async () => {
    going = false;
    await loops;
    return { asked, bad };
  };
}

it(`loses no query while the supergraph changes ${SWAPS} times`, { timeout: 600_000 }, async () => {
  const [plain, extended] = [supergraphWith({}), supergraphWith({ telecom: 'extra' })];
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, plain);
  const { origin } = await startGatewayProcess(file);
  const stop = keepAsking(origin);
  for (let swap = 1; swap <= SWAPS; swap += 1) {
    const next = swap % 2 === 1 ? extended : plain;
    await writeFile(file, next);
    await untilVersion(versionOfText(next));
  }
  const { asked, bad } = await stop();
  console.log(`${asked} queries over ${SWAPS} changes of the supergraph, ${bad.length} lost`);
  const why = (gateway?.output() ?? '').split('\n').filter((line) => line.includes('stood in for'));
  expect(why).toEqual([]);
  expect(bad).toEqual([]);
  expect(asked).toBeGreaterThan(SWAPS);
});

it(
  'starts again, after a kill -9, with the last good one where the file is bad by then',
  { timeout: 300_000 },
  async () => {
    const extended = supergraphWith({ telecom: 'extra' });
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, supergraphWith({}));
    await startGatewayProcess(file);
    await writeFile(file, extended);
    await untilVersion(versionOfText(extended));
    const bad = extended.replaceAll('soft: Boolean!', 'soft: NoSuchType!');
    await writeFile(file, bad);
    await expect
      .poll(async () => (await report()).refused?.version, { timeout: 120_000 })
      .toBe(versionOfText(bad));
    expect(gateway?.output()).toContain('NoSuchType');
    await gateway?.kill();

    const { origin } = await startGatewayProcess(file);
    expect(await report()).toEqual({
      version: versionOfText(extended),
      refused: { version: versionOfText(bad), reasons: [expect.stringContaining('NoSuchType')] },
    });
    const asked = await askGraph(origin, '{ briefing(period: "2020-07") { telecom { extra { id } } } }');
    expect(asked.status).toBe(200);
  },
);

it('does not start where the file is bad and nothing is kept, and says why', async () => {
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, 'type Query {');
  await expect(startGatewayProcess(file)).rejects.toThrow('There is no supergraph to plan by');
});

it('takes from the registry what two teams publish in the same moment', { timeout: 300_000 }, async () => {
  const { origin } = await startGatewayProcess('registry');
  const before = Number((await report()).version);
  const headlines = { telecom: 'ofTelecom', press: 'ofPress' };
  const outcomes = await Promise.all(
    Object.entries(headlines).map(([name, headline]) => publish(name, headline)),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['PUBLISHED', 'PUBLISHED']);
  await untilVersion(String(before + 2));
  const query = '{ briefing(period: "2020-07") { telecom { ofTelecom { id } } press { ofPress { id } } } }';
  expect((await askGraph(origin, query)).status).toBe(200);
});

/** npm run schema:publish, as a team runs it. */
async function publish(name: string, headline: string): Promise<{ readonly kind: string }> {
  const file = join(folder, `${name}.graphql`);
  await writeFile(file, sdlWithHeadline(name, headline));
  const child = spawn(
    process.execPath,
    [...scriptArguments('commands/schema-publish'), name, '--sdl', file, '--json', '--allow-breaking'],
    {
      env: childEnvironment(readEnvironment(), { [settings.registryUri.name]: inject('mongodbUri') }),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return JSON.parse(output) as { kind: string };
}
