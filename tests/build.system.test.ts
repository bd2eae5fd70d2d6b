import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../kernel/free-port.ts';
import { scriptArguments } from '../kernel/script.ts';
import { type RunningProcess, startProcess } from './support/running-process.ts';
import { askGraph } from './support/whole-system.ts';

const root = join(import.meta.dirname, '..');

/** What `npm run build` makes and the Dockerfile's image runs: plain JavaScript, as in production. */
describe('the built project', () => {
  let telecom: RunningProcess | null = null;
  let gateway: RunningProcess | null = null;
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, scriptArguments('commands/build'), { cwd: root });
    const start = async (script: string, port: number, own: Record<string, string>) =>
      startProcess(script, port, { NODE_ENV: 'production', ...own }, [
        '--enable-source-maps',
        join(root, `dist/${script}.js`),
      ]);
    const [port, gatewayPort] = [await freePort(null, '127.0.0.1'), await freePort(null, '127.0.0.1')];
    telecom = await start('subgraphs/telecom/main', port, {
      TELECOM_PORT: String(port),
      MONGODB_URI: inject('mongodbUri'),
      // Apollo Server's own wishes, which a subgraph of ours neither follows nor trips over.
      APOLLO_KEY: 'service:giaoban:0000000000000000000000',
      APOLLO_SCHEMA_REPORTING: 'true',
    });
    gateway = await start('gateway/main', gatewayPort, {
      GATEWAY_PORT: String(gatewayPort),
      TELECOM_URL: `${telecom.origin}/graphql`,
    });
  });
  afterAll(async () => {
    await gateway?.stop();
    await telecom?.stop();
  });

  it('answers through the gateway what the data files hold', async () => {
    const { body } = await askGraph(
      gateway?.origin ?? '',
      '{ briefing(period: "2020-07") { period telecom { mobileRevenue { value } } } }',
    );
    expect(body).toEqual({
      data: { briefing: { period: '2020-07', telecom: { mobileRevenue: { value: '7390000000000' } } } },
    });
  });

  it.each(['gateway', 'telecom'])('shows no pages and does not describe itself: %s', async (name) => {
    const origin = (name === 'gateway' ? gateway : telecom)?.origin ?? '';
    const { body } = await askGraph(origin, '{ __schema { types { name } } }');
    expect(body.errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await fetch(`${origin}/explorer/`)).status).toBe(404);
  });

  it('tells a container that it is ready, and that another is not', async () => {
    const health = (name: string, port: string) =>
      promisify(execFile)(process.execPath, [join(root, 'dist/commands/health.js'), name], {
        env: { ...(name === 'telecom' ? { TELECOM_PORT: port } : { PRESS_PORT: port }) },
      }).then(
        () => 'ready',
        () => 'not ready',
      );
    expect(await health('telecom', new URL(telecom?.origin ?? '').port)).toBe('ready');
    expect(await health('press', String(await freePort(null, '127.0.0.1')))).toBe('not ready');
  });
});
