import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../kernel/environment.ts';
import { readSectors } from '../../kernel/sectors.ts';
import { needsMongodb, planProcesses } from './process-plan.ts';

const plan = (source: NodeJS.ProcessEnv) => planProcesses(readEnvironment(source));
const one = (source: NodeJS.ProcessEnv, name: string) =>
  plan(source).find((planned) => planned.name === name);

describe('planProcesses', () => {
  test('runs a process for every subgraph folder, and the gateway last', () => {
    const planned = plan({});
    expect(planned.map(({ name }) => name)).toEqual([
      ...readSectors().map(({ folder }) => folder),
      'gateway',
    ]);
    expect(one({}, 'telecom')).toMatchObject({
      script: 'subgraphs/telecom/main',
      origin: 'http://127.0.0.1:4002',
      portSetting: 'TELECOM_PORT',
    });
  });

  test('listens where the settings say', () => {
    expect(one({ TELECOM_PORT: '5002' }, 'telecom')).toMatchObject({ port: 5002 });
    expect(one({ GATEWAY_PORT: '5000', HOST: '0.0.0.0' }, 'gateway')).toMatchObject({
      origin: 'http://127.0.0.1:5000',
    });
  });

  test('does not run a subgraph that a setting says is elsewhere', () => {
    expect(one({ PRESS_URL: 'https://press.example/graphql' }, 'press')).toBeUndefined();
    expect(
      one({ PRESS_URL: 'https://press.example/graphql' }, 'gateway')?.environment(null)['PRESS_URL'],
    ).toBe('https://press.example/graphql');
  });

  test('gives each subgraph its own MongoDB address and no other, and the gateway none', () => {
    const source = { MONGODB_URI: 'mongodb://all', PRESS_MONGODB_URI: 'mongodb://press', OTHER: 'kept' };
    const addresses = (name: string) =>
      Object.entries(one(source, name)?.environment('mongodb://started') ?? {}).filter(([key]) =>
        key.endsWith('MONGODB_URI'),
      );
    expect(addresses('press')).toEqual([['MONGODB_URI', 'mongodb://press']]);
    expect(addresses('telecom')).toEqual([['MONGODB_URI', 'mongodb://all']]);
    expect(addresses('gateway')).toEqual([]);
    expect(one({}, 'telecom')?.environment('mongodb://started')).toMatchObject({
      MONGODB_URI: 'mongodb://started',
    });
    expect(one(source, 'gateway')?.environment(null)).toMatchObject({ OTHER: 'kept' });
  });

  test('leaves time for those that stop later', () => {
    expect(one({ SHUTDOWN_GRACE_MS: '5000' }, 'telecom')?.environment(null)['SHUTDOWN_GRACE_MS']).toBe(
      '2000',
    );
  });

  test('refuses two processes on one port', () => {
    expect(() => plan({ GATEWAY_PORT: '4002' })).toThrow(
      'TELECOM_PORT and GATEWAY_PORT are both 4002: give each process a port of its own.',
    );
  });
});

test('a MongoDB is needed unless every subgraph that runs here has one', () => {
  const all = (make: (code: string) => [string, string]) =>
    Object.fromEntries(readSectors().map(({ code }) => make(code)));
  expect(needsMongodb(readEnvironment({}))).toBe(true);
  expect(needsMongodb(readEnvironment({ MONGODB_URI: 'mongodb://a' }))).toBe(false);
  expect(needsMongodb(readEnvironment({ PRESS_MONGODB_URI: 'mongodb://a' }))).toBe(true);
  expect(needsMongodb(readEnvironment(all((code) => [`${code}_MONGODB_URI`, 'mongodb://a'])))).toBe(false);
  expect(needsMongodb(readEnvironment(all((code) => [`${code}_URL`, 'https://a/graphql'])))).toBe(false);
});
