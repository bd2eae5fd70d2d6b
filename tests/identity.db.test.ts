import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSectorRows } from '../kernel/load/load-sector.ts';
import { documentTexts } from '../kernel/document-text.ts';
import type { HttpServer } from '../kernel/http/create-http-server.ts';
import type { RequestContext } from '../kernel/subgraph/context.ts';
import { createSubgraphServer } from '../kernel/subgraph/create-subgraph-server.ts';
import type { SubgraphModule } from '../kernel/subgraph/subgraph-module.ts';
import { createTestIssuer, type TestIssuer } from './support/test-issuer.ts';
import { importSubgraph } from './support/test-subgraph.ts';
import { closeTestStore, openTestStore } from './support/test-store.ts';
import type { SectorStore } from '../kernel/store/sector-store.ts';
import { askGraph, bearer } from './support/whole-system.ts';

let issuer: TestIssuer;
let store: SectorStore;
let server: HttpServer;
let origin: string;
/** Who asked, as resolvers see it: by root fields and by references. */
const seen: unknown[] = [];

/** The real subgraph, whose `Briefing.telecom` notes who asks. */
function listening(module: SubgraphModule): SubgraphModule {
  return {
    ...module,
    schema: (catalogue) => {
      const schema = module.schema(catalogue);
      const type = schema.getType('Briefing');
      if (type === undefined || !('getFields' in type)) throw new Error('there is no Briefing');
      const field = type.getFields()['telecom'];
      if (field === undefined || !('resolve' in field)) throw new Error('there is no telecom');
      field.resolve = (_source, _args, { identity }: RequestContext) => {
        seen.push(identity);
        if (identity.kind === 'ANONYMOUS') throw new GraphQLError('nobody');
        return null;
      };
      return schema;
    },
  };
}

beforeAll(async () => {
  issuer = await createTestIssuer();
  const module = await importSubgraph('telecom');
  store = await openTestStore('telecom', module.ownSchemas);
  server = await createSubgraphServer({
    module: listening(module),
    catalogue: readSectorRows(module.sector).catalogue,
    store,
    texts: documentTexts(null),
    authenticator: issuer.authenticator(),
    log: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 10_000,
    importTimeoutMs: 60_000,
    introspection: true,
  });
  origin = await server.start();
});
afterAll(async () => {
  await server.stop();
  await closeTestStore(store);
});

test.each([
  ['a root field', '{ briefing(period: "2020-07") { telecom { state } } }'],
  [
    'a reference',
    '{ _entities(representations: [{ __typename: "Briefing", period: "2020-07" }]) { ... on Briefing { telecom { state } } } }',
  ],
])('resolvers beneath %s know who asks, and that nobody is known', async (_, query) => {
  seen.length = 0;
  const token = await issuer.token({ sub: 'binh@mic', roles: ['editor:TELECOM'] });
  expect((await askGraph(origin, query, {}, bearer(token))).body.errors).toBeUndefined();
  expect((await askGraph(origin, query)).body.errors).toHaveLength(1);
  expect(seen).toEqual([
    { kind: 'PERSON', subject: 'binh@mic', roles: [{ kind: 'EDITOR', sector: 'TELECOM' }] },
    { kind: 'ANONYMOUS' },
  ]);
});

test('a bad token reaches no resolver', async () => {
  seen.length = 0;
  const token = await issuer.token({ exp: 1_600_000_000 });
  const query = '{ briefing(period: "2020-07") { telecom { state } } }';
  const { status, body } = await askGraph(origin, query, {}, bearer(token));
  expect(status).toBe(401);
  expect(body.errors?.[0]).toMatchObject({
    message: 'The token has expired.',
    extensions: { code: 'UNAUTHENTICATED' },
  });
  expect(seen).toEqual([]);
});
