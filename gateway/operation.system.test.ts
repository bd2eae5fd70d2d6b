import { afterEach, describe, expect, it } from 'vitest';
import { type Federation, startFederation } from '../tests/federation.ts';
import { firstQuery } from './first-query.ts';

/** The gateway as an operator sees it: its health, what production hides, and its end. */
let graph: Federation | null = null;
afterEach(async () => {
  await graph?.stop();
  graph = null;
});

async function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; type: string }> {
  const response = await fetch(`${graph?.origin}${path}`, { headers });
  return {
    status: response.status,
    body: await response.text(),
    type: response.headers.get('content-type') ?? '',
  };
}

describe('health', () => {
  it('is ready while the gateway can answer, and tells which sectors are down, without addresses', async () => {
    graph = await startFederation();
    graph.faulty('PRESS').mode = 'CLOSED_CONNECTION';
    expect((await get('/health/live')).status).toBe(200);
    const { status, body } = await get('/health/ready');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      status: 'READY',
      parts: Object.fromEntries(graph.sectors.map(({ code }) => [code, code === 'PRESS' ? 'DOWN' : 'UP'])),
      supergraph: { version: expect.stringMatching(/^[0-9a-f]{12}$/u), refused: null },
    });
  });

  it('is not ready before its process is', async () => {
    let started = false;
    graph = await startFederation({ isReady: () => started });
    expect((await get('/health/ready')).status).toBe(503);
    started = true;
    expect((await get('/health/ready')).status).toBe(200);
  });
});

describe('in production', () => {
  it('shows no pages and does not describe itself', async () => {
    graph = await startFederation({ pages: false, introspection: false });
    const introspection = await graph.ask('{ __schema { types { name } } }');
    expect(introspection.status).toBe(400);
    const misspelt = await graph.ask('{ sector { code } }');
    expect(misspelt.text).not.toContain('Did you mean');
    expect((await get('/explorer/')).status).toBe(404);
    expect((await get('/graphql', { accept: 'text/html' })).type).not.toContain('html');
  });
});

describe('in development', () => {
  it('shows Sandbox at /graphql and an explorer of our own files', async () => {
    graph = await startFederation();
    const sandbox = (await get('/graphql', { accept: 'text/html' })).body;
    expect(sandbox).toContain('Sandbox');
    // Where Sandbox cannot be loaded from Apollo's site, that page is all there is to see.
    expect(sandbox).toMatch(
      /class="fallback">[^]*<a href="\/explorer">[^]*#embeddableSandbox:empty[^]*<\/div>/u,
    );
    const explorer = await get('/explorer/');
    expect(explorer.type).toContain('text/html');
    expect(explorer.body).not.toMatch(/(src|href)="https?:/u);
    expect((await get('/explorer/initial-options.js')).body).toContain('mobileRevenue');
  });

  it('begins the explorer with a query that the graph answers', async () => {
    graph = await startFederation();
    const { body } = await graph.ask(firstQuery);
    expect(body.errors).toBeUndefined();
  });
});

describe('its end', () => {
  it('loses no request that is being answered, and takes no more', async () => {
    graph = await startFederation({ subgraphTimeoutMs: 1_000 });
    graph.faulty('TELECOM').mode = 'HANG';
    const { origin, gateway, ask, faulty } = graph;
    const query = '{ briefing(period: "2020-07") { period telecom { state } press { state } } }';
    const asked = Promise.all(Array.from({ length: 20 }, () => ask(query)));
    await expect.poll(() => faulty('TELECOM').open()).toBe(20);
    const stopped = gateway.stop();
    for (const { body } of await asked) {
      expect(body.data).toEqual({
        briefing: { period: '2020-07', telecom: null, press: { state: 'MISSING' } },
      });
      expect(body.errors).toHaveLength(1);
    }
    await stopped;
    await expect(fetch(`${origin}/health/live`)).rejects.toThrow();
  });

  it('is announced: not ready, while requests are still answered', async () => {
    graph = await startFederation({ drainDelayMs: 500 });
    const stopped = graph.gateway.stop();
    expect((await get('/health/ready')).status).toBe(503);
    expect((await graph.ask('{ press { name } }')).status).toBe(200);
    await stopped;
  });
});
