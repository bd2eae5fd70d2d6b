import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Federation, startFederation } from '../tests/federation.ts';

/** The channels on which Node's own fetch, and its http and https clients, tell of each request. */
const channels = ['undici:request:create', 'http.client.request.created', 'http.client.request.start'];

const asked: string[] = [];
function record(message: unknown): void {
  const { request } = message as { request: { origin?: string | URL; host?: string; getHeader?: unknown } };
  asked.push(request.origin === undefined ? String(request.host) : new URL(request.origin).hostname);
}

let graph: Federation | null = null;
beforeEach(() => {
  asked.length = 0;
  for (const channel of channels) subscribe(channel, record);
});
afterEach(async () => {
  for (const channel of channels) unsubscribe(channel, record);
  vi.unstubAllEnvs();
  await graph?.stop();
  graph = null;
});

describe('the gateway', () => {
  it('reports to nobody, though the environment holds all that Apollo would want for it', async () => {
    vi.stubEnv('APOLLO_KEY', 'service:giaoban:0000000000000000000000');
    vi.stubEnv('APOLLO_GRAPH_REF', 'giaoban@current');
    vi.stubEnv('APOLLO_SCHEMA_REPORTING', 'true');
    vi.stubEnv('APOLLO_TELEMETRY_DISABLED', '');
    graph = await startFederation();
    expect((await graph.ask('{ telecom { name } }')).status).toBe(200);
    await pause(500);
    await graph.stop();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((host) => host !== '127.0.0.1')).toEqual([]);
  });
});
