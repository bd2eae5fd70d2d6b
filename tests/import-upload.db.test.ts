import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../gateway/create-gateway.ts';
import { readSectorRows } from '../kernel/load/load-sector.ts';
import { documentTexts } from '../kernel/document-text.ts';
import type { HttpServer } from '../kernel/http/create-http-server.ts';
import { readSectors } from '../kernel/sectors.ts';
import type { SectorStore } from '../kernel/store/sector-store.ts';
import { createSubgraphServer } from '../kernel/subgraph/create-subgraph-server.ts';
import { createTestIssuer, type TestIssuer } from './support/test-issuer.ts';
import { closeTestStore, openTestStore } from './support/test-store.ts';
import { importSubgraph } from './support/test-subgraph.ts';
import { textRow, workbookFile } from './support/workbook-file.ts';

const csvType = 'text/csv; charset=utf-8';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = (...rows: readonly string[]) => ['indicator;period;value', ...rows].join('\n');
const good = file('telecom.revenue;2022-09;10.260', 'telecom.revenue.mobile;2022-09;7.390');

let issuer: TestIssuer;
let store: SectorStore;
let subgraph: HttpServer;
let gateway: RunningGateway;
const at: Record<'subgraph' | 'gateway', string> = { subgraph: '', gateway: '' };
let editor: string;

beforeAll(async () => {
  issuer = await createTestIssuer();
  editor = await issuer.token({ sub: 'binh@mic', roles: ['editor:TELECOM'] });
  const module = await importSubgraph('telecom');
  store = await openTestStore('telecom', module.ownSchemas);
  const common = {
    authenticator: issuer.authenticator(),
    log: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 1_000,
    importTimeoutMs: 20_000,
    introspection: false,
  };
  subgraph = await createSubgraphServer({
    ...common,
    module,
    catalogue: readSectorRows(module.sector).catalogue,
    store,
    texts: documentTexts(null),
  });
  const origin = await subgraph.start();
  gateway = await startGateway({
    ...common,
    sectors: readSectors(),
    // The others are not there.
    address: ({ folder }) => (folder === 'telecom' ? `${origin}/graphql` : 'http://127.0.0.1:1/graphql'),
    subgraphTimeoutMs: 2_000,
    pages: false,
    operations: [],
  });
  at.subgraph = `${origin}/import`;
  at.gateway = gateway.url.replace('/graphql', '/import/telecom');
});
afterAll(async () => {
  await gateway.stop();
  await subgraph.stop();
  await closeTestStore(store);
});
beforeEach(async () => {
  await Promise.all([
    store.observations.deleteMany({}),
    store.sections.deleteMany({}),
    store.imports.deleteMany({}),
  ]);
  await store.auditTrail.collection.deleteMany({});
});

interface Sent {
  readonly status: number;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: Readonly<Record<string, unknown>>;
    }[];
  };
}
async function upload(
  origin: string,
  content: string | Buffer,
  { token = editor, type = csvType, query = 'numbers=vi', path = '2022-09' } = {},
): Promise<Sent> {
  const response = await fetch(`${origin}/${path}?${query}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(token !== '' && { authorization: `Bearer ${token}` }) },
    body: content,
  });
  return { status: response.status, body: (await response.json()) as Sent['body'] };
}
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('giaoban-import-'));

describe.each(['subgraph', 'gateway'] as const)('an upload to the %s', (where) => {
  test('becomes a draft, of the one who sent it, and its repeat changes nothing', async () => {
    const before = leftovers();
    expect(await upload(at[where], good)).toMatchObject({
      status: 200,
      body: { data: { kind: 'IMPORTED', edition: '2022-09', report: { inserted: 2, version: 1 } } },
    });
    expect(await upload(at[where], good)).toMatchObject({
      body: { data: { report: { inserted: 0, changed: 0, left: 2 } } },
    });
    expect(await store.sections.findById('2022-09').lean()).toMatchObject({ state: 'DRAFT' });
    expect(await store.auditTrail.find().lean()).toContainEqual(
      expect.objectContaining({ action: 'IMPORT', madeBy: 'binh@mic', inserted: 2 }),
    );
    expect(leftovers()).toEqual(before);
  });

  test('as a workbook is read by its own declaration', async () => {
    const declared = {
      format: 'giaoban-figures/1',
      sector: 'telecom',
      edition: '2022-09',
      numbers: 'international',
    };
    const rows =
      textRow(1, ['indicator', 'period', 'value']) + textRow(2, ['telecom.revenue', '2022-09', '1,234.5']);
    const sent = await upload(at[where], workbookFile({ rows, declared }), { type: xlsxType, query: '' });
    expect(sent.status).toBe(200);
    expect((await store.observations.findOne({}).lean())?.value?.toString()).toBe('1234.5');
  });

  test('is only checked where that is asked for', async () => {
    const sent = await upload(at[where], good, { query: 'numbers=vi&dryRun=true' });
    expect(sent).toMatchObject({ status: 200, body: { data: { kind: 'CHECKED', counts: { figures: 2 } } } });
    expect(await store.observations.countDocuments()).toBe(0);
  });

  test('with a fault is refused whole, and each fault told with its place', async () => {
    const sent = await upload(at[where], file('telecom.revenue;2022-09;10.260', 'telecom.x;2022-09;7.39'));
    expect(sent).toMatchObject({ status: 422 });
    expect(sent.body.errors?.[0]?.extensions).toMatchObject({
      code: 'IMPORT_INVALID',
      total: 2,
      faults: [
        { kind: 'UNKNOWN', cell: 'A3', column: 'indicator' },
        {
          kind: 'NUMBER',
          cell: 'C3',
          column: 'value',
          message: { en: expect.stringContaining('Vietnamese') },
        },
      ],
    });
    expect(await store.observations.countDocuments()).toBe(0);
  });

  test.each([
    ['nobody', 401, 'UNAUTHENTICATED', {}],
    ['a reader', 403, 'FORBIDDEN', { roles: ['reader'] }],
    ['an editor of another sector', 403, 'FORBIDDEN', { roles: ['editor:PRESS'] }],
    ['somebody whose token is out of date', 401, 'UNAUTHENTICATED', { exp: 1_600_000_000 }],
  ])('by %s is refused', async (who, status, code, claims) => {
    const token = who === 'nobody' ? '' : await issuer.token(claims);
    expect(await upload(at[where], good, { token })).toMatchObject({
      status,
      body: { errors: [{ extensions: { code } }] },
    });
    expect(await store.observations.countDocuments()).toBe(0);
  });

  test.each([
    ['of another content type', { type: 'application/json' }, 415, 'UPLOAD_TYPE_UNKNOWN'],
    ['in another character set', { type: 'text/csv; charset=windows-1258' }, 415, 'UPLOAD_TYPE_UNKNOWN'],
    ['that is not what it says', { type: xlsxType }, 422, 'UPLOAD_UNREADABLE'],
    ['with an unknown option', { query: 'numbers=vi&colour=red' }, 400, 'INVALID_ARGUMENT'],
    ['with an unknown number format', { query: 'numbers=german' }, 400, 'INVALID_ARGUMENT'],
    ['for no briefing', { path: 'soon' }, 422, 'IMPORT_INVALID'],
  ])('%s is refused', async (_, given, status, code) => {
    expect(await upload(at[where], good, given)).toMatchObject({
      status,
      body: { errors: [{ extensions: { code } }] },
    });
  });

  test('that says that it is too large is refused before it is read', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(
        `${at[where]}/2022-09?numbers=vi`,
        {
          method: 'POST',
          headers: {
            'content-type': csvType,
            'content-length': String(10 ** 10),
            authorization: `Bearer ${editor}`,
          },
        },
        (response) => {
          resolve(response.statusCode);
          request.destroy();
        },
      );
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(status).toBe(413);
  });

  test('that takes longer than a query may is still taken', async () => {
    async function* slowly() {
      yield Buffer.from(good.slice(0, 30));
      await delay(1_600);
      yield Buffer.from(good.slice(30));
    }
    const response = await fetch(`${at[where]}/2022-09?numbers=vi`, {
      method: 'POST',
      headers: { 'content-type': csvType, authorization: `Bearer ${editor}` },
      body: slowly(),
      duplex: 'half',
    });
    expect(response.status).toBe(200);
  });

  test('whose sender goes away leaves nothing', async () => {
    const before = leftovers();
    const request = httpRequest(`${at[where]}/2022-09?numbers=vi`, {
      method: 'POST',
      headers: { 'content-type': csvType, 'transfer-encoding': 'chunked', authorization: `Bearer ${editor}` },
    });
    request.on('error', () => {});
    request.write(good);
    await delay(300);
    expect(leftovers().length).toBe(before.length + 1);
    request.destroy();
    await expect.poll(leftovers).toEqual(before);
    expect(await store.observations.countDocuments()).toBe(0);
  });
});

test('of more uploads than a subgraph takes at once, the others are told to come again', async () => {
  const open = [0, 1].map(() => {
    const request = httpRequest(`${at.subgraph}/2022-09?numbers=vi`, {
      method: 'POST',
      headers: { 'content-type': csvType, 'transfer-encoding': 'chunked', authorization: `Bearer ${editor}` },
    });
    request.on('error', () => {});
    request.write('indicator;');
    return request;
  });
  await delay(300);
  const sent = await upload(at.gateway, good);
  expect(sent).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'UPLOAD_BUSY' } }] } });
  for (const request of open) request.destroy();
  await expect.poll(async () => (await upload(at.gateway, good)).status).toBe(200);
});

test('an upload for a sector that is down, or that is none, is told so', async () => {
  const admin = await issuer.token({ roles: ['administrator'] });
  const at2 = gateway.url.replace('/graphql', '/import');
  expect(await upload(`${at2}/press`, good, { token: admin })).toMatchObject({
    status: 503,
    body: { errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', sector: 'PRESS' } }] },
  });
  expect(await upload(`${at2}/sport`, good, { token: admin })).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { code: 'INVALID_ARGUMENT' } }] },
  });
});

test('a query whose body does not come is ended after the time for a query', async () => {
  const started = performance.now();
  const status = await new Promise((resolve) => {
    const request = httpRequest(
      gateway.url,
      { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '100' } },
      (response) => resolve(response.statusCode),
    );
    request.on('error', () => resolve('ended'));
    request.write('{');
  });
  expect(status).toBe(408);
  expect(performance.now() - started).toBeLessThan(5_000);
});
