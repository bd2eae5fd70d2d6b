import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Federation, startFederation } from '../tests/federation.ts';

let graph: Federation;
beforeAll(async () => {
  graph = await startFederation({
    operations: ['query Warm($period: TimePeriod!) { briefing(period: $period) { period } }'],
  });
});
afterAll(() => graph.stop());
afterEach(() => {
  for (const { code } of graph.sectors) graph.faulty(code).mode = 'PASS';
});

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${graph.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}
async function errorsOf(
  response: Response,
): Promise<readonly { message: string; extensions: { code: string } }[]> {
  const body = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
  return body.errors ?? [];
}
const received = () => graph.sectors.reduce((sum, { code }) => sum + graph.subgraph(code).received.length, 0);

describe('a request that cannot be answered gets 400 and one error, and reaches no subgraph', () => {
  const july = (period: string) =>
    JSON.stringify({ query: `{ briefing(period: ${period}) { period telecom { state } press { state } } }` });
  const byVariable = (type: string, value: unknown) =>
    JSON.stringify({
      query: `query ($it: ${type}) { telecom { observations(filter: { from: $it }) { totalCount } } press { observations(filter: { from: $it }) { totalCount } } }`,
      variables: { it: value },
    });
  it.each([
    [
      'an unknown operation name',
      JSON.stringify({ query: 'query A { sectors { code } }', operationName: 'B' }),
      'OPERATION_NOT_FOUND',
    ],
    [
      'no name where there are several',
      JSON.stringify({ query: 'query A { __typename } query B { __typename }' }),
      'OPERATION_NOT_FOUND',
    ],
    [
      'fragments alone',
      JSON.stringify({ query: 'fragment F on Query { __typename }' }),
      'OPERATION_NOT_FOUND',
    ],
    [
      'a subscription',
      JSON.stringify({ query: 'subscription { sectors { code } }' }),
      'SUBSCRIPTION_NOT_SUPPORTED',
    ],
    [
      'a mutation that there is not',
      JSON.stringify({ query: 'mutation { sectors { code } }' }),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no period', july('"2020-13"'), 'INVALID_TIME_PERIOD'],
    ['a period of another type', july('true'), 'INVALID_TIME_PERIOD'],
    ['no period in a variable', byVariable('TimePeriod', 'summer'), 'INVALID_TIME_PERIOD'],
    ['a missing argument', JSON.stringify({ query: '{ briefing { period } }' }), 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a missing variable',
      JSON.stringify({ query: 'query ($p: TimePeriod!) { briefing(period: $p) { period } }' }),
      'BAD_USER_INPUT',
    ],
    ['broken GraphQL', JSON.stringify({ query: '{ sectors {' }), 'GRAPHQL_PARSE_FAILED'],
    [
      'a query that is too deep',
      JSON.stringify({
        query: `{ agency(code: "MIC") { ${'parent { '.repeat(30)} code ${'}'.repeat(30)} } }`,
      }),
      'QUERY_TOO_COMPLEX',
    ],
    [
      'too many words',
      JSON.stringify({ query: `{ ${'__typename '.repeat(20_001)} }`.slice(0, 150_000) + '}' }),
      'QUERY_TOO_COMPLEX',
    ],
    ['several requests at once', JSON.stringify([{ query: '{ __typename }' }]), 'BAD_REQUEST'],
    ['no query', '{}', 'BAD_REQUEST'],
    ['broken JSON', '{', 'BAD_REQUEST'],
  ])('%s', async (_, body, code) => {
    const before = received();
    const response = await post(body);
    const errors = await errorsOf(response);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(response.status).toBe(400);
    expect(JSON.stringify(errors)).not.toMatch(/stacktrace|node_modules|127\.0\.0\.1/u);
    expect(received()).toBe(before);
  });

  it('by GET, where a page of another origin could have sent it', async () => {
    const address = `${graph.origin}/graphql?query=${encodeURIComponent('{ sectors { code } }')}`;
    expect((await fetch(address)).status).toBe(400);
    expect((await fetch(address, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200);
  });

  it('as a form, or larger than is taken', async () => {
    expect(
      (await post('query={sectors{code}}', { 'content-type': 'application/x-www-form-urlencoded' })).status,
    ).toBe(415);
    const large = await post(JSON.stringify({ query: `{ sectors { code } } # ${'x'.repeat(1_250_000)}` }));
    expect(large.status).toBe(413);
    expect((await errorsOf(large))[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('what is no request to the graph', () => {
  const bodyOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toContain('application/json');
    return (await errorsOf(response)).map(({ extensions }) => extensions.code);
  };

  it('gets the same shape of answer as any other error', async () => {
    const nowhere = await fetch(`${graph.origin}/nowhere`);
    expect([nowhere.status, await bodyOf(nowhere)]).toEqual([404, ['BAD_REQUEST']]);
    const noAddress = await fetch(`${graph.origin}/%zz`);
    expect([noAddress.status, await bodyOf(noAddress)]).toEqual([400, ['BAD_REQUEST']]);
    const headers = await post('{"query":"{ __typename }"}', { 'x-long': 'x'.repeat(20_000) });
    expect([headers.status, await bodyOf(headers)]).toEqual([431, ['QUERY_TOO_COMPLEX']]);
  });

  it('is told so where it is no HTTP at all', async () => {
    const { hostname, port } = new URL(graph.origin);
    const socket = connect(Number(port), hostname);
    socket.end('what is this?\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/u);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });

  it('is told to send the query, where a client sends only its hash', async () => {
    const response = await post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}');
    expect(await errorsOf(response)).toMatchObject([
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ]);
  });
});

describe('a request that is answered', () => {
  it('carries its id and its authorization to the subgraphs, and the id back', async () => {
    const authorization = `Bearer ${await graph.issuer.token()}`;
    const response = await post('{"query":"{ telecom { name } }"}', {
      'x-request-id': 'caller-0001',
      authorization,
    });
    expect(response.headers.get('x-request-id')).toBe('caller-0001');
    expect(graph.subgraph('TELECOM').received.at(-1)).toMatchObject({
      requestId: 'caller-0001',
      authorization,
    });
  });

  it('gets an id of ours where it brings none, or one that is none', async () => {
    const response = await post('{"query":"{ __typename }"}', { 'x-request-id': 'no id, "but" a text' });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it("passes a working subgraph's refusal on, with its path and code, and what is beside it", async () => {
    const { status, body } = await graph.ask(
      '{ briefing(period: "2020-07") { period telecom { observations(first: 5000) { id } } press { state } } }',
    );
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      briefing: { period: '2020-07', telecom: null, press: { state: 'MISSING' } },
    });
    expect(body.errors).toEqual([
      {
        message: 'first must be 1 to 1000, but got: 5000',
        path: ['briefing', 'telecom', 'observations'],
        extensions: { code: 'INVALID_PAGE', sector: 'TELECOM' },
      },
    ]);
  });

  it('says of a fault within a sector only that there was one, where, and the id it is logged under', async () => {
    graph.faulty('TELECOM').mode = ({ data }) => {
      const { telecom } = data as { telecom: Record<string, unknown> };
      return {
        data: { telecom: { ...telecom, task: null } },
        errors: [
          {
            message: 'E11000 at mongodb://10.1.2.3',
            path: ['telecom', 'task'],
            extensions: { stacktrace: ['at x'] },
          },
        ],
      };
    };
    const response = await post('{"query":"{ telecom { code task(id: \\"x\\") { id } } }"}', {
      'x-request-id': 'caller-0002',
    });
    expect(await response.json()).toEqual({
      data: { telecom: { code: 'TELECOM', task: null } },
      errors: [
        {
          message: expect.any(String),
          path: ['telecom', 'task'],
          extensions: expect.objectContaining({
            code: 'INTERNAL_SERVER_ERROR',
            sector: 'TELECOM',
            requestId: 'caller-0002',
          }),
        },
      ],
    });
    expect(graph.logged.filter((line) => line.includes('caller-0002')).join('\n')).toContain('E11000');
  });

  it('keeps of two briefings the one that came, where the other came null', async () => {
    graph.faulty('TELECOM').mode = ({ data }) => ({ data: { ...data, b: null } });
    const { body } = await graph.ask(
      '{ a: briefing(period: "2020-07") { period telecom { version } } b: briefing(period: "2020-Q1") { period telecom { version } press { version } } }',
    );
    expect(body.data).toEqual({
      a: { period: '2020-07', telecom: { version: 7 } },
      b: { period: '2020-Q1', telecom: null, press: { version: 7 } },
    });
    expect(body.errors?.map(({ path }) => path)).toEqual([['b', 'telecom']]);
  });

  it('names nothing of the plan, whatever the caller asks for', async () => {
    const response = await post('{"query":"{ telecom { name } }"}', {
      'apollo-query-plan-experimental': '1',
    });
    expect(await response.json()).toEqual({ data: { telecom: { name: 'Viễn thông' } } });
  });

  it('reuses the plans that were made at the start', async () => {
    const before = graph.gateway.plans();
    expect(before.planned).toBeGreaterThanOrEqual(1);
    const query = 'query Warm($period: TimePeriod!) { briefing(period: $period) { period } }';
    await post(JSON.stringify({ query, variables: { period: '2020-07' } }));
    const { planned, reused } = graph.gateway.plans();
    expect(planned).toBe(before.planned);
    expect(reused).toBe(before.reused + 1);
  });
});

describe('what takes too long', () => {
  it('is aborted at the subgraph, not left behind', async () => {
    const faulty = graph.faulty('PRESS');
    faulty.mode = 'HANG';
    await graph.ask('{ press { name } }');
    await expect.poll(() => faulty.open()).toBe(0);
  });

  it('is aborted at the subgraph when its caller goes away', async () => {
    const faulty = graph.faulty('PRESS');
    faulty.mode = 'HANG';
    const gone = new AbortController();
    const asked = fetch(`${graph.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ press { name } }"}',
      signal: gone.signal,
    });
    await expect.poll(() => faulty.open()).toBe(1);
    const started = performance.now();
    gone.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => faulty.open()).toBe(0);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is waited for once in a request, however often the plan asks', async () => {
    graph.faulty('OFFICE').mode = 'PASS';
    graph.faulty('TELECOM').mode = 'HANG';
    const started = performance.now();
    const { body } = await graph.ask(
      '{ telecom { name } sectors { code ... on TelecomSector { indicators { code } } } provinces { code telecom { tasks { id } } } }',
    );
    expect(performance.now() - started).toBeLessThan(2_800);
    expect(body.errors).toHaveLength(1);
  });

  it('ends with the time for the whole request, though each fetch may take longer', async () => {
    const impatient = await startFederation({ subgraphTimeoutMs: 60_000, requestTimeoutMs: 1_500 });
    try {
      impatient.faulty('TELECOM').mode = 'HANG';
      impatient.faulty('POSTAL').mode = 'HANG';
      const { body } = await impatient.ask(
        '{ briefing(period: "2020-07") { period telecom { state } } documents { id postal { tasks { id } } } }',
      );
      expect(body.data).toMatchObject({ briefing: { period: '2020-07', telecom: null } });
      expect(body.errors).toHaveLength(2);
    } finally {
      await impatient.stop();
    }
  });
});
