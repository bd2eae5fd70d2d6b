import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { registryDatabase } from '../gateway/registry/registry.ts';
import { readSectors } from '../kernel/sectors.ts';
import { settings, settingsOfSubgraph } from '../kernel/settings.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The part of a service that is looked at here; what else it may hold is the specification's affair. */
const serviceFormat = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  volumes: z.array(z.record(z.string(), z.unknown())).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).default([]),
});
const fileFormat = z.object({
  services: z.record(z.string(), serviceFormat),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
});

/** What docker/registry.yml lays over it. */
const registryFormat = z.object({
  services: z.record(z.string(), z.looseObject({ environment: z.record(z.string(), z.string()) })),
});

const text = read('docker-compose.yml');
const parsed: unknown = parse(text, { merge: true });
const { services, networks } = fileFormat.parse(parsed);
const registryText = read('docker/registry.yml');
const service = (name: string) => {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

function specificationFaults(file: unknown): readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(read('tests/fixtures/compose-spec/compose-spec.json')) as object);
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  it('keeps to the Compose Specification', () => {
    expect(specificationFaults(parsed)).toEqual([]);
    expect(specificationFaults(parse(registryText, { merge: true }))).toEqual([]);
  });

  it('would be refused with a mistake in it', () => {
    const wrong = parse(text.replace('healthcheck:', 'health_check:'), { merge: true }) as unknown;
    expect(specificationFaults(wrong)).not.toEqual([]);
  });

  it('runs MongoDB, every subgraph and the gateway, and nothing else', () => {
    expect(Object.keys(services).sort()).toEqual(
      [...readSectors().map(({ folder }) => folder), 'gateway', 'mongodb', 'mongodb-init'].sort(),
    );
  });

  it.each(readSectors())(
    'gives $folder its own user, password and script, and the gateway its address',
    (sector) => {
      const { folder, code, database } = sector;
      const subgraph = service(folder);
      const user = database.replace(/^giaoban_/u, '');
      expect(subgraph.environment[settingsOfSubgraph(code).mongodbUri.name]).toBe(
        `mongodb://${user}:\${${code}_MONGODB_PASSWORD:?is missing from .env}@mongodb/?replicaSet=giaoban&authSource=admin`,
      );
      expect(service('mongodb-init').environment).toHaveProperty(`${code}_MONGODB_PASSWORD`);
      expect(subgraph.command?.at(-1)).toBe(`dist/subgraphs/${folder}/main.js`);
      expect(subgraph.healthcheck.test).toEqual(['CMD', 'node', 'dist/commands/health.js', folder]);
      expect(subgraph.depends_on).toEqual({
        'mongodb-init': { condition: 'service_completed_successfully' },
      });
      expect(service('gateway').environment[settingsOfSubgraph(code).url.name]).toBe(
        `http://${folder}:${sector.port}/graphql`,
      );
    },
  );

  it('shows the outside the gateway only, on this machine only', () => {
    const shown = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
    expect(shown.map(([name, { ports }]) => [name, ports])).toEqual([
      ['gateway', [`127.0.0.1:\${${settings.gatewayPort.name}:-4000}:4000`]],
    ]);
    for (const [name, { networks: joined }] of Object.entries(services).filter(([one]) => one !== 'gateway'))
      expect(
        joined.filter((network) => networks[network]?.internal !== true),
        name,
      ).toEqual([]);
    // The gateway has no way to a database.
    expect(service('gateway').networks).not.toContain('data');
  });

  it('lets each process do little: no rights, no writing, a health check', () => {
    for (const [name, { cap_drop, read_only, healthcheck }] of Object.entries(services)) {
      expect(cap_drop, name).toEqual(['ALL']);
      expect(read_only, name).toBe(true);
      expect(healthcheck.test !== undefined || name === 'mongodb-init', name).toBe(true);
    }
    expect(read('Dockerfile')).toMatch(/\nUSER node\n/u);
    // The one folder that the gateway writes to is a volume that belongs to that user.
    const kept = service('gateway').environment[settings.dataDir.name];
    expect(kept).toBe('/data');
    expect(service('gateway').volumes).toContainEqual({
      type: 'volume',
      source: 'gateway-data',
      target: kept,
    });
    expect(read('Dockerfile')).toContain(`--owner=node --group=node ${kept}\n`);
    // The gateway plans the stored operations at its start, in the image as well.
    expect(read('Dockerfile')).toContain('/app/operations operations');
  });

  it('with the registry lets the gateway to the database as its user, and keeps the rest as it is', () => {
    const added = registryFormat.parse(parse(registryText)).services;
    expect(Object.keys(added).sort()).toEqual(['gateway', 'mongodb-init', 'schema-publish']);
    const user = registryDatabase.replace(/^giaoban_/u, '');
    const password = `\${${user.toUpperCase()}_MONGODB_PASSWORD:?is missing from .env}`;
    expect(added['mongodb-init']?.environment).toEqual({
      [`${user.toUpperCase()}_MONGODB_PASSWORD`]: password,
    });
    const uri = `mongodb://${user}:${password}@mongodb/?replicaSet=giaoban&authSource=admin`;
    expect(added['gateway']).toMatchObject({
      networks: ['data'],
      environment: { [settings.supergraph.name]: 'registry', [settings.registryUri.name]: uri },
    });
    expect(added['schema-publish']).toMatchObject({
      profiles: ['publish'],
      networks: ['data'],
      cap_drop: ['ALL'],
      read_only: true,
      environment: { [settings.registryUri.name]: uri },
    });
  });

  it('holds no secret: each comes from the environment and has no default', () => {
    const secrets = [...`${text}${registryText}`.matchAll(/\$\{[A-Z_]*(?:PASSWORD|KEY)(?::[^}]*)?\}/gu)].map(
      ([reference]) => reference,
    );
    expect(secrets.length).toBeGreaterThan(2 * readSectors().length);
    for (const reference of secrets) expect(reference).toMatch(/^\$\{[A-Z_]+:\?is missing from \.env\}$/u);
    const values = Object.values(services).flatMap(({ environment }) => Object.entries(environment));
    for (const [name, value] of values.filter(([one]) => /(PASSWORD|KEY)$/u.test(one)))
      expect(value, name).toMatch(/^\$\{/u);
  });
});
