import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { databaseUri } from '../../kernel/mongodb/database-uri.ts';
import mongoose from 'mongoose';
import { subgraphSdl } from '../../kernel/sdl/build-sdl.ts';
import { readSectors } from '../../kernel/sectors.ts';
import { registrySource } from '../hot-reload/registry-source.ts';
import { publishSchema } from './publish-schema.ts';
import { openRegistry, type Registry, registryDatabase } from './registry.ts';

const sectors = readSectors();
const folders = new Map(sectors.map((sector) => [sector.folder, subgraphSdl(sector, sectors)]));
const uri = inject('mongodbUri');
let registry: Registry;

beforeEach(async () => {
  const connection = mongoose.createConnection(databaseUri(uri, registryDatabase));
  await connection.dropDatabase();
  await connection.close();
  registry = await openRegistry(uri);
});
afterEach(() => registry.close());

function withHeadline(folder: string, name: string): ReadonlyMap<string, string> {
  const sdl = folders.get(folder) ?? '';
  const head = /implements Section & Facts \{/u;
  expect(sdl).toMatch(head);
  return new Map([[folder, sdl.replace(head, `$&\n  "New."\n  ${name}: Observation`)]]);
}
const publish = (
  changed: ReadonlyMap<string, string>,
  over: Partial<Parameters<typeof publishSchema>[0]> = {},
) =>
  publishSchema({
    registry,
    changed,
    folders,
    sectors,
    operations: [],
    allowBreaking: false,
    by: 'a test',
    ...over,
  });
const [a = '', b = '', c = ''] = sectors.map(({ folder }) => folder);

it('takes from the folders what nobody has published yet', async () => {
  expect(await publish(withHeadline(a, 'extra'))).toMatchObject({ kind: 'PUBLISHED', version: 1 });
  const latest = await registry.latest();
  expect(latest?.subgraphs.map(({ folder }) => folder)).toEqual([...folders.keys()].sort());
  expect(latest).toMatchObject({ by: 'a test', digest: expect.stringMatching(/^[0-9a-f]{64}$/u) });
});

it('lets teams that publish in the same moment all arrive', async () => {
  await publish(new Map([[a, folders.get(a) ?? '']]));
  const outcomes = await Promise.all([
    publish(withHeadline(a, 'ofA')),
    publish(withHeadline(b, 'ofB')),
    publish(withHeadline(c, 'ofC')),
  ]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['PUBLISHED', 'PUBLISHED', 'PUBLISHED']);
  const latest = await registry.latest();
  expect(latest?._id).toBe(4);
  for (const field of ['ofA', 'ofB', 'ofC']) expect(latest?.supergraph).toContain(`${field}: Observation`);
});

it('keeps what it had where a publication is refused', async () => {
  await publish(withHeadline(a, 'extra'));
  const broken = new Map([[b, (folders.get(b) ?? '').replaceAll('soft: Boolean!', 'soft: String!')]]);
  expect(await publish(broken)).toMatchObject({
    kind: 'REFUSED',
    reasons: [expect.stringContaining('soft')],
  });
  expect((await registry.latest())?._id).toBe(1);
});

it('refuses a breaking change, until it is allowed', async () => {
  await publish(withHeadline(a, 'extra'));
  const without = new Map([[a, folders.get(a) ?? '']]);
  expect(await publish(without)).toMatchObject({ kind: 'REFUSED' });
  expect(await publish(without, { allowBreaking: true })).toMatchObject({ kind: 'PUBLISHED', version: 2 });
});

it('never allows what breaks a stored operation', async () => {
  await publish(withHeadline(a, 'extra'));
  const field = sectors[0]?.field ?? '';
  const operations = [`query Page { briefing(period: "2020-07") { ${field} { extra { id } } } }`];
  const without = new Map([[a, folders.get(a) ?? '']]);
  const outcome = await publish(without, { allowBreaking: true, operations });
  expect(outcome).toMatchObject({ kind: 'REFUSED', reasons: [expect.stringMatching(/^Page: /u)] });
});

it('says of what is in force already that it is', async () => {
  await publish(withHeadline(a, 'extra'));
  expect(await publish(withHeadline(a, 'extra'))).toEqual({ kind: 'UNCHANGED', version: 1 });
});

it('tells those who watch of a publication at once', async () => {
  const source = registrySource(uri, 60_000, 'supergraph of the build');
  expect(await source.read()).toEqual({ version: '0', supergraph: 'supergraph of the build' });
  let looked = 0;
  const watch = source.watch(() => (looked += 1));
  await expect.poll(() => looked).toBe(1);
  // The stream begins when the server has heard of it.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await publish(withHeadline(a, 'extra'));
  await expect.poll(() => looked, { timeout: 5_000 }).toBe(2);
  expect((await source.read()).version).toBe('1');
  await watch.stop();
  await source.close();
});

it('finds a publication by looking, too, and the ones before it', async () => {
  await publish(withHeadline(a, 'one'));
  await publish(withHeadline(b, 'two'));
  const source = registrySource(uri, 100, '');
  const release = await source.read();
  const before = [];
  for await (const { version } of source.before(release)) before.push(version);
  expect([release.version, before]).toEqual(['2', ['1']]);
  await source.close();
});
