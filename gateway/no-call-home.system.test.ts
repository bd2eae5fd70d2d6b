import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { type Federation, startFederation } from '../tests/federation.ts';
import { type LoopbackGuard, onlyLoopback } from '../tests/support/only-loopback.ts';

let guard: LoopbackGuard;
let graph: Federation | null = null;
beforeEach(() => {
  guard = onlyLoopback();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await graph?.stop();
  graph = null;
  guard.release();
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
    expect(guard.asked.length).toBeGreaterThan(0);
    expect(guard.asked.filter((host) => host !== '127.0.0.1')).toEqual([]);
  });
});

describe('the guard of this test', () => {
  it('writes down and refuses what is no loopback address, before anything leaves', async () => {
    await expect(fetch('http://giaoban.invalid/')).rejects.toThrow('fetch failed');
    expect(guard.asked).toEqual(['giaoban.invalid']);
  });
});
