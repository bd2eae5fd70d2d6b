import { describe, expect, test } from 'vitest';
import {
  childEnvironment,
  connectableHost,
  readEnvironment,
  subgraphAddress,
  subgraphSettings,
} from './environment.ts';
import { CodedError } from './errors.ts';
import { readSectors } from './sectors.ts';
import { settingsTable } from './settings.ts';

const faultsOf = (source: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(CodedError);
    expect((error as CodedError).code).toBe('SETTING_INVALID');
    return (error as Error).message.split('\n');
  }
};

describe('readEnvironment', () => {
  test.each([
    [{}, false],
    [{ CI: '' }, false],
    [{ CI: 'false' }, false],
    [{ CI: 'true' }, true],
    [{ CI: '1' }, true],
  ])('of %o, tells whether it is continuous integration: %s', (source, ci) => {
    expect(readEnvironment(source).ci).toBe(ci);
  });

  test('holds the defaults where nothing is set, and where a setting is empty', () => {
    const { source: _, ...bare } = readEnvironment({});
    const { source: __, ...empty } = readEnvironment({
      MONGODB_URI: '',
      GATEWAY_PORT: ' ',
      TELECOM_PORT: '',
    });
    expect(empty).toEqual(bare);
    expect(bare).toMatchObject({
      mongodbUri: null,
      mongodBinary: null,
      mongodbDownload: true,
      host: '127.0.0.1',
      gatewayPort: 4000,
      nodeEnv: 'development',
      introspection: true,
      subgraphTimeoutMs: 5000,
      requestTimeoutMs: 15_000,
      importTimeoutMs: 300_000,
      shutdownGraceMs: 10_000,
      startedByNpm: false,
    });
    expect(bare.dataDir).toBe(`${bare.projectDir}/.data`);
    expect(bare.cacheDir).toBe(`${bare.projectDir}/.cache`);
  });

  test('introspection is off in production unless it is set', () => {
    expect(readEnvironment({ NODE_ENV: 'production' }).introspection).toBe(false);
    expect(readEnvironment({ NODE_ENV: 'production', INTROSPECTION: 'true' }).introspection).toBe(true);
    expect(readEnvironment({ INTROSPECTION: 'false' }).introspection).toBe(false);
  });

  test('takes paths from the project folder, absolute ones as they are', () => {
    const environment = readEnvironment({
      DATA_DIR: 'elsewhere',
      CACHE_DIR: '/var/cache/x',
      DOCUMENTS_DIR: '/docs',
    });
    expect(environment.dataDir).toBe(`${environment.projectDir}/elsewhere`);
    expect(environment).toMatchObject({ cacheDir: '/var/cache/x', documentsDir: '/docs' });
  });

  test('tells all faults at once, each with its name, what it takes and what it got', () => {
    const faults = faultsOf({
      GATEWAY_PORT: '70000',
      LOG_LEVEL: 'loud',
      INTROSPECTION: 'yes',
      HOST: 'two words',
      REQUEST_TIMEOUT_MS: '1.5',
      IT_APPLICATION_PORT: 'tcp://10.0.0.7:4003',
    });
    expect(faults).toHaveLength(6);
    expect(faults).toContain('GATEWAY_PORT must be a whole number from 1 to 65535, but got: "70000"');
    expect(faults).toContain('INTROSPECTION must be true or false, but got: "yes"');
    expect(faults.join()).toContain('IT_APPLICATION_PORT must be a whole number');
  });

  test.each([['MONGODB_URI'], ['PRESS_MONGODB_URI'], ['OFFICE_URL']])('never shows a faulty %s', (name) => {
    const faults = faultsOf({ [name]: 'mysql://root:hunter2@db/x' });
    expect(faults).toHaveLength(1);
    expect(faults.join()).toContain(name);
    expect(faults.join()).not.toMatch(/hunter2|root/u);
  });

  test.each([
    'mongodb://localhost',
    'mongodb://a:1,b:2/?replicaSet=rs0',
    'mongodb://user:p%40ss@a:27017/admin?tls=true',
    'mongodb+srv://user:pass@cluster0.example.net/?retryWrites=true&w=majority',
  ])('takes the MongoDB address %s', (uri) => {
    expect(readEnvironment({ MONGODB_URI: uri }).mongodbUri).toBe(uri);
  });

  test.each(['localhost:27017', 'mongodb://', 'mongodb:///db', 'http://a'])(
    'refuses the MongoDB address %s',
    (uri) => {
      expect(faultsOf({ MONGODB_URI: uri })).toHaveLength(1);
    },
  );
});

describe('the settings of a subgraph', () => {
  test('exist for every folder under subgraphs/, with dashes as underscores', () => {
    const uri = 'mongodb://own/?replicaSet=a';
    for (const { code } of readSectors()) {
      const environment = readEnvironment({
        [`${code}_MONGODB_URI`]: uri,
        [`${code}_PORT`]: '5001',
        [`${code}_URL`]: 'https://x/graphql',
      });
      expect(subgraphSettings(environment, code)).toEqual({
        mongodbUri: uri,
        port: 5001,
        url: 'https://x/graphql',
      });
    }
    expect(readSectors().map(({ code }) => code)).toContain('IT_APPLICATION');
  });

  test('fall back to MONGODB_URI, else to nothing', () => {
    const environment = readEnvironment({
      MONGODB_URI: 'mongodb://all',
      PRESS_MONGODB_URI: 'mongodb://press',
    });
    expect(subgraphSettings(environment, 'PRESS').mongodbUri).toBe('mongodb://press');
    expect(subgraphSettings(environment, 'TELECOM').mongodbUri).toBe('mongodb://all');
    expect(subgraphSettings(readEnvironment({}), 'TELECOM')).toEqual({
      mongodbUri: null,
      port: null,
      url: null,
    });
  });

  test('must be asked for by a code, but not by a folder', () => {
    expect(() => subgraphSettings(readEnvironment({}), 'telecom')).toThrow(
      'must be the code of a subgraph, but got: "telecom"',
    );
  });

  test('give the address at which the gateway finds it', () => {
    const sector = { code: 'TELECOM', port: 4002 };
    expect(subgraphAddress(readEnvironment({}), sector)).toBe('http://127.0.0.1:4002/graphql');
    expect(subgraphAddress(readEnvironment({ HOST: '0.0.0.0', TELECOM_PORT: '9' }), sector)).toBe(
      'http://127.0.0.1:9/graphql',
    );
    expect(
      subgraphAddress(readEnvironment({ TELECOM_URL: 'http://telecom/graphql', TELECOM_PORT: '9' }), sector),
    ).toBe('http://telecom/graphql');
    expect(connectableHost('::1')).toBe('[::1]');
  });
});

test('a child process gets what this one got, changed, and without what is taken away', () => {
  const environment = readEnvironment({ PATH: '/bin', MONGODB_URI: 'mongodb://a', HOST: 'localhost' });
  expect(childEnvironment(environment, { MONGODB_URI: null, HOST: '127.0.0.1' })).toEqual({
    PATH: '/bin',
    HOST: '127.0.0.1',
  });
});

test('the table of the README names every setting that is read', () => {
  const names = settingsTable().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['MONGODB_URI', 'SHUTDOWN_GRACE_MS', '<SUBGRAPH>_URL']));
  for (const { meaning, fallback } of settingsTable()) expect(`${meaning}${fallback}`).not.toBe('');
});

describe('what tokens are checked against', () => {
  const provider = {
    JWT_JWKS: 'https://login.example/jwks.json',
    JWT_ISSUER: 'https://login.example',
    JWT_AUDIENCE: 'x',
  };

  test('is a key of this machine, which production has not', () => {
    const { dataDir, tokens, anonymousReads } = readEnvironment({});
    expect(tokens).toEqual({
      keys: { kind: 'LOCAL_KEY', path: `${dataDir}/identity/development-key.json` },
      issuer: 'giaoban-development',
      audience: 'giaoban',
      isProduction: false,
    });
    expect(anonymousReads).toBe(true);
    expect(readEnvironment({ NODE_ENV: 'production' }).tokens.keys).toEqual({ kind: 'NONE' });
  });

  test('is an address or a file, and whose', () => {
    const { tokens } = readEnvironment({ ...provider, NODE_ENV: 'production', ANONYMOUS_READS: 'false' });
    expect(tokens).toEqual({
      keys: { kind: 'URL', url: 'https://login.example/jwks.json' },
      issuer: 'https://login.example',
      audience: 'x',
      isProduction: true,
    });
    const { projectDir, tokens: ofFile } = readEnvironment({ ...provider, JWT_JWKS: 'keys/jwks.json' });
    expect(ofFile.keys).toEqual({ kind: 'FILE', path: `${projectDir}/keys/jwks.json` });
  });

  test('has no issuer or audience that nobody chose, where others sign; all is told at once', () => {
    expect(
      faultsOf({ JWT_JWKS: 'http://login.example/', NODE_ENV: 'production', ANONYMOUS_READS: 'no' }),
    ).toEqual([
      'JWT_ISSUER must be set where JWT_JWKS is, but is missing',
      'JWT_AUDIENCE must be set where JWT_JWKS is, but is missing',
      'JWT_JWKS must be an https address or a path in production, but is an http address',
      'ANONYMOUS_READS must be true or false, but got: "no"',
    ]);
  });

  test.each(['ftp://login.example/jwks', 'https://user:secret@login.example/jwks', 'https://:'])(
    'is not at %s, which is not shown',
    (jwks) => {
      const faults = faultsOf({ ...provider, JWT_JWKS: jwks });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(/^JWT_JWKS must be a path, or an address/u);
      expect(faults[0]).not.toContain(jwks);
    },
  );
});
