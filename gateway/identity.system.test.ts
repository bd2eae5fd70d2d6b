import { request as send } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Federation, startFederation } from '../tests/federation.ts';
import { createTestIssuer } from '../tests/support/test-issuer.ts';
import { askGraph } from '../tests/support/whole-system.ts';

let graph: Federation;
beforeAll(async () => {
  graph = await startFederation();
});
afterAll(() => graph.stop());
afterEach(() => {
  for (const { code } of graph.sectors) graph.faulty(code).mode = 'PASS';
});

const query = '{ briefing(period: "2020-07") { period telecom { version } press { version } } }';
const received = () => graph.sectors.reduce((sum, { code }) => sum + graph.faulty(code).count(), 0);
/** Headers as they are sent, several of one name among them. */
async function sent(headers: Readonly<Record<string, string | string[]>>) {
  const {
    statusCode,
    headers: answered,
    body,
  } = await send(`${graph.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: statusCode, headers: answered, body: (await body.json()) as Record<string, unknown> };
}

describe('a request whose token is not good gets 401 and one error, and reaches no subgraph', () => {
  it.each([
    [
      'of another key',
      async () => `Bearer ${await (await createTestIssuer()).token()}`,
      /key that is known here/u,
    ],
    [
      'that has expired',
      async () => `Bearer ${await graph.issuer.token({ exp: 1_600_000_000 })}`,
      /expired/u,
    ],
    [
      'for another audience',
      async () => `Bearer ${await graph.issuer.token({ aud: 'x' })}`,
      /another audience/u,
    ],
    ['of an unknown role', async () => `Bearer ${await graph.issuer.token({ roles: ['boss'] })}`, /role/u],
    ['of another scheme', async () => 'Basic YW46cGFzcw==', /Authorization: Bearer/u],
    ['that is none', async () => 'Bearer abc', /no signed JSON Web Token/u],
    ['that is empty', async () => '', /Authorization: Bearer/u],
    ['that is too long', async () => `Bearer ${'x'.repeat(8_001)}`, /longer than is taken/u],
    [
      'sent twice',
      async () => {
        const one = `Bearer ${await graph.issuer.token()}`;
        return [one, one];
      },
      /more than one Authorization header/u,
    ],
  ])('one %s', async (_, authorization, message) => {
    const before = received();
    const { status, headers, body } = await sent({ authorization: await authorization() });
    expect(status).toBe(401);
    expect(body).toEqual({
      errors: [{ message: expect.stringMatching(message), extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(headers['www-authenticate']).toMatch(
      /^Bearer realm="giaoban", error="invalid_token", error_description="[^"\\]+"$/u,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(received()).toBe(before);
  });

  it('is not logged with its token', async () => {
    const token = await graph.issuer.token({ exp: 1_600_000_000 });
    await sent({ authorization: `Bearer ${token}`, 'x-request-id': 'refused-0001' });
    const lines = graph.logged.filter((line) => line.includes('refused-0001')).join('\n');
    expect(lines).toContain('The token has expired.');
    expect(lines).not.toContain(token.slice(0, 40));
  });
});

it('takes the scheme in any case, and forwards the token as it came', async () => {
  const authorization = `bearer ${await graph.issuer.token()}`;
  expect((await sent({ authorization })).status).toBe(200);
  expect(graph.subgraph('TELECOM').received.at(-1)).toMatchObject({ authorization });
});

describe('what a subgraph says of who asks', () => {
  it('costs its own fields and one error, where it does not accept the token', async () => {
    graph.faulty('TELECOM').mode = 'TOKEN_REFUSED';
    const token = await graph.issuer.token();
    const { status, body } = await askGraph(graph.origin, query, {}, { authorization: `Bearer ${token}` });
    expect(status).toBe(200);
    expect(body.data).toEqual({ briefing: { period: '2020-07', telecom: null, press: { version: 7 } } });
    expect(body.errors).toEqual([
      {
        message: expect.stringContaining('does not accept the token'),
        path: ['briefing', 'telecom'],
        extensions: { code: 'UNAUTHENTICATED', sector: 'TELECOM' },
      },
    ]);
    expect(JSON.stringify(body.errors)).not.toContain('10.1.2.3');
  });

  it('is not what another program on the way says', async () => {
    graph.faulty('TELECOM').mode = 'UNAUTHORIZED_BY_ANOTHER';
    const { body } = await graph.ask(query);
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'SUBGRAPH_UNAVAILABLE', sector: 'TELECOM' },
    ]);
  });

  it('is UP for the health check, which has no token', async () => {
    graph.faulty('PRESS').mode = 'TOKEN_REFUSED';
    graph.faulty('POSTAL').mode = 'UNAUTHORIZED_BY_ANOTHER';
    const ready = (await (await fetch(`${graph.origin}/health/ready`)).json()) as { parts: unknown };
    expect(ready.parts).toMatchObject({ PRESS: 'UP', POSTAL: 'DOWN', TELECOM: 'UP' });
  });

  it('reaches the caller with code, path and details where it forbids a field', async () => {
    graph.faulty('TELECOM').mode = ({ data }) => ({
      data: { ...data, telecom: { ...(data?.['telecom'] as object), task: null } },
      errors: [
        {
          message: 'Only the role editor:TELECOM may see this.',
          path: ['telecom', 'task'],
          extensions: { code: 'FORBIDDEN', role: 'editor:TELECOM', stacktrace: ['at secret.ts'] },
        },
      ],
    });
    const { body } = await graph.ask('{ telecom { code task(id: "x") { id } } }');
    expect(body).toEqual({
      data: { telecom: { code: 'TELECOM', task: null } },
      errors: [
        {
          message: 'Only the role editor:TELECOM may see this.',
          path: ['telecom', 'task'],
          extensions: { code: 'FORBIDDEN', sector: 'TELECOM', role: 'editor:TELECOM' },
        },
      ],
    });
  });
});
