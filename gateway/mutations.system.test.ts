import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readSectors, type Sector } from '../kernel/sectors.ts';
import { type Federation, startFederation } from '../tests/federation.ts';
import { composeSupergraph } from './compose-supergraph.ts';
import { fixedSupergraph } from './hot-reload/supergraph-source.ts';

/** Two sectors that can be told something more, as a made-up schema has it. */
const changing = ['TELECOM', 'PRESS'];
let root: string;
let graph: Federation;

function withMutation(sector: Sector): Sector {
  if (!changing.includes(sector.code)) return sector;
  const { field, typePrefix } = sector;
  const path = join(root, sector.folder);
  const own = readFileSync(join(sector.path, 'schema.graphql'), 'utf8');
  const mutation = `
extend type Mutation { ${field}Save(text: String!): ${typePrefix}Saved }
type ${typePrefix}Saved { version: Int! briefing: Briefing! }`;
  return { ...sector, path: writeSchema(path, own + mutation) };
}
function writeSchema(prefix: string, text: string): string {
  const path = mkdtempSync(`${prefix}-`);
  writeFileSync(join(path, 'schema.graphql'), text);
  return path;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mutations-'));
  const sectors = readSectors().map(withMutation);
  const composition = composeSupergraph(sectors);
  if (!composition.ok) throw new Error(composition.faults.join('\n'));
  graph = await startFederation({
    sectors,
    supergraph: fixedSupergraph(composition.graph.supergraph),
    subgraphTimeoutMs: 500,
  });
});
afterAll(async () => {
  await graph.stop();
  rmSync(root, { recursive: true, force: true });
});
afterEach(() => {
  for (const { code } of graph.sectors) graph.faulty(code).mode = 'PASS';
});

const save = 'mutation { telecomSave(text: "a") { version } }';
const unknown = (path: string[], sector: string, code = 'SUBGRAPH_UNAVAILABLE') => ({
  message: expect.stringMatching(/Whether the change was made is unknown/u),
  path,
  extensions: { code, sector, outcome: 'UNKNOWN' },
});

describe('a mutation', () => {
  it('is answered, with what other sectors say of what it answers', async () => {
    const { body } = await graph.ask(
      'mutation { telecomSave(text: "a") { version briefing { period postal { version } } } }',
    );
    expect(body).toEqual({
      data: { telecomSave: { version: 7, briefing: { period: '2020-07', postal: { version: 7 } } } },
    });
  });

  it('is never run by GET', async () => {
    const before = graph.faulty('TELECOM').count();
    const response = await fetch(`${graph.origin}/graphql?query=${encodeURIComponent(save)}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(graph.faulty('TELECOM').count()).toBe(before);
  });

  it('is never sent twice, as a query is on a connection that broke', async () => {
    const telecom = graph.faulty('TELECOM');
    telecom.mode = 'CLOSED_CONNECTION';
    const before = telecom.count();
    const { body } = await graph.ask(save);
    expect(telecom.count()).toBe(before + 1);
    expect(body).toMatchObject({
      data: { telecomSave: null },
      errors: [unknown(['telecomSave'], 'TELECOM')],
    });
    await graph.ask('{ telecom { name } }');
    expect(telecom.count()).toBe(before + 3);
  });

  it.each([
    'HANG',
    'HANG_IN_BODY',
    'STATUS_500',
    'BROKEN_JSON',
    'HTML',
    'NULL_DATA',
    'ONLY_ERRORS',
    'NULL_ROOT',
    'WRONG_TYPES',
  ] as const)('that meets %s may have been made, and says so', async (mode) => {
    graph.faulty('TELECOM').mode = mode;
    const { status, body, text } = await graph.ask(save);
    expect(status).toBe(200);
    expect(body).toEqual({ data: { telecomSave: null }, errors: [unknown(['telecomSave'], 'TELECOM')] });
    expect(text).not.toMatch(/10\.1\.2\.3|secret/u);
  });

  it('that could not be sent was not made, and says so', async () => {
    const composition = composeSupergraph(graph.sectors);
    const unreachable = await startFederation({
      sectors: graph.sectors,
      ...(composition.ok && { supergraph: fixedSupergraph(composition.graph.supergraph) }),
      address: () => 'http://127.0.0.1:9/graphql',
    });
    try {
      const { body } = await unreachable.ask(save);
      expect(body.errors).toMatchObject([
        {
          message: expect.stringMatching(/Nothing was changed\.$/u),
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', outcome: 'NOT_DONE' },
        },
      ]);
    } finally {
      await unreachable.stop();
    }
  });

  it('whose token the subgraph does not accept was not made', async () => {
    graph.faulty('TELECOM').mode = 'TOKEN_REFUSED';
    const { body } = await graph.ask(save);
    expect(body.errors).toMatchObject([
      {
        path: ['telecomSave'],
        extensions: { code: 'UNAUTHENTICATED', sector: 'TELECOM', outcome: 'NOT_DONE' },
      },
    ]);
  });

  it('tells of each change that is lost, by alias and by sector, and makes the others', async () => {
    graph.faulty('TELECOM').mode = 'STATUS_500';
    const { body } = await graph.ask(
      'mutation { a: telecomSave(text: "a") { version } b: telecomSave(text: "b") { version } pressSave(text: "c") { version } }',
    );
    expect(body).toEqual({
      data: { a: null, b: null, pressSave: { version: 7 } },
      errors: [unknown(['a'], 'TELECOM'), unknown(['b'], 'TELECOM')],
    });
  });

  it('of a sector that did not answer just before is not sent', async () => {
    graph.faulty('TELECOM').mode = 'HANG';
    const before = graph.faulty('TELECOM').count();
    const { body } = await graph.ask(
      'mutation { a: telecomSave(text: "a") { version } pressSave(text: "c") { version } b: telecomSave(text: "b") { version } }',
    );
    expect(graph.faulty('TELECOM').count()).toBe(before + 1);
    expect(body.errors?.map(({ path, extensions }) => [path?.[0], extensions?.['outcome']])).toEqual([
      ['a', 'UNKNOWN'],
      ['b', 'NOT_DONE'],
    ]);
  });

  it('that is refused tells all that the subgraph says of it, but for what is its own', async () => {
    const conflicts = [{ id: 'x', yours: '1', theirs: '2' }];
    graph.faulty('TELECOM').mode = () => ({
      data: { telecomSave: null },
      errors: [
        {
          message: 'Somebody saved before.',
          path: ['telecomSave'],
          extensions: {
            code: 'INVALID_ARGUMENT',
            conflicts,
            version: 8,
            sector: 'X',
            stacktrace: ['at secret.ts'],
          },
        },
      ],
    });
    const { body } = await graph.ask(save);
    expect(body).toEqual({
      data: { telecomSave: null },
      errors: [
        {
          message: 'Somebody saved before.',
          path: ['telecomSave'],
          extensions: { code: 'INVALID_ARGUMENT', sector: 'TELECOM', conflicts, version: 8 },
        },
      ],
    });
  });

  it('that throws in the subgraph may have been made; what it threw is for the log', async () => {
    graph.faulty('TELECOM').mode = () => ({
      data: { telecomSave: null },
      errors: [
        {
          message: 'E11000 at 10.1.2.3',
          path: ['telecomSave'],
          extensions: { code: 'DATABASE_UNAVAILABLE' },
        },
      ],
    });
    const { body, text } = await graph.ask(save);
    expect(body.errors).toEqual([unknown(['telecomSave'], 'TELECOM', 'DATABASE_UNAVAILABLE')]);
    expect(text).not.toContain('E11000');
  });

  it('that was made is told as made, where only what it answers is lost', async () => {
    graph.faulty('POSTAL').mode = 'STATUS_500';
    const { body } = await graph.ask(
      'mutation { telecomSave(text: "a") { version briefing { period postal { version } } } }',
    );
    expect(body).toEqual({
      data: { telecomSave: { version: 7, briefing: { period: '2020-07', postal: null } } },
      errors: [
        {
          message: expect.stringContaining('is unavailable'),
          path: ['telecomSave', 'briefing', 'postal'],
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', sector: 'POSTAL' },
        },
      ],
    });
  });
});
