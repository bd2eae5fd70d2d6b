import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../kernel/free-port.ts';
import type { Role } from '../kernel/identity/identity.ts';
import { readSectors } from '../kernel/sectors.ts';
import { settings, settingsOfSubgraph } from '../kernel/settings.ts';
import { askGraph, bearer, startWholeSystem, type WholeSystem } from './support/whole-system.ts';
import { type RunningProcess, startProcess } from './support/running-process.ts';
import { createTestIssuer } from './support/test-issuer.ts';

const briefing = '{ briefing(period: "2020-07") { period telecom { state } office { state } } }';
const entities = `{ _entities(representations: [{ __typename: "Briefing", period: "2020-07" }]) {
  ... on Briefing { telecom { state } } } }`;
const whole = {
  briefing: { period: '2020-07', telecom: { state: 'PUBLISHED' }, office: { state: 'PUBLISHED' } },
};

let system: WholeSystem;
afterAll(() => system.stop());

const telecom = () => system.subgraphs.get('telecom')?.origin ?? '';
const refusal = (message: RegExp) => ({
  errors: [{ message: expect.stringMatching(message), extensions: { code: 'UNAUTHENTICATED' } }],
});

describe('all processes, told that nothing is read without a token', () => {
  beforeAll(async () => {
    system = await startWholeSystem(
      inject('mongodbUri'),
      undefined,
      {},
      { [settings.anonymousReads.name]: 'false' },
    );
  });

  it.each([
    ['the gateway', () => system.gateway.origin, briefing],
    ['a subgraph', telecom, briefing],
    ['a subgraph, asked for entities as a gateway does', telecom, entities],
    ['a subgraph, asked for its schema', telecom, '{ _service { sdl } }'],
    ['a subgraph, asked to describe itself', telecom, '{ __schema { queryType { name } } }'],
    ['the gateway, asked to describe the graph', () => system.gateway.origin, '{ __typename }'],
  ])('%s answers 401', async (_, origin, query) => {
    const { status, body } = await askGraph(origin(), query);
    expect({ status, body }).toEqual({
      status: 401,
      body: refusal(/^Nothing is read here without a token/u),
    });
  });

  it('by GET as well', async () => {
    const address = `${telecom()}/graphql?query=${encodeURIComponent(entities)}`;
    for (const accept of ['application/json', 'text/html']) {
      const response = await fetch(address, { headers: { accept, 'apollo-require-preflight': '1' } });
      expect(response.status).toBe(401);
    }
    expect((await fetch(`${telecom()}/graphql`)).status).toBe(401);
  });

  it("answers whoever brings a token of this machine's key, through the gateway and alone", async () => {
    const token = await system.token({ kind: 'READER' });
    expect((await system.ask(briefing, {}, token)).body).toEqual({ data: whole });
    const { status, body } = await askGraph(telecom(), entities, {}, bearer(token));
    expect(status).toBe(200);
    expect(body).toEqual({ data: { _entities: [{ telecom: { state: 'PUBLISHED' } }] } });
  });

  it('refuses a token of another key, in the subgraph itself too', async () => {
    const token = await (await createTestIssuer()).token();
    for (const origin of [telecom(), system.gateway.origin]) {
      const { status, body } = await askGraph(origin, briefing, {}, bearer(token));
      expect({ status, body }).toEqual({
        status: 401,
        body: refusal(/not signed with a key that is known/u),
      });
    }
  });

  it('lets a mutation through to the subgraph, which says who may, and what stands against it', async () => {
    const publish = 'mutation { telecomPublish(period: "2099-01", version: 5) { inserted } }';
    const asked = async (role: Role) => {
      const { status, body } = await system.ask(publish, {}, await system.token(role));
      expect({ status, data: body.data }).toEqual({ status: 200, data: { telecomPublish: null } });
      expect(body.errors).toHaveLength(1);
      expect(body.errors?.[0]?.path).toEqual(['telecomPublish']);
      return body.errors?.[0]?.extensions;
    };
    expect(await asked({ kind: 'READER' })).toEqual({ code: 'FORBIDDEN', sector: 'TELECOM' });
    expect(await asked({ kind: 'OFFICE' })).toEqual({ code: 'FORBIDDEN', sector: 'TELECOM' });
    expect(await asked({ kind: 'EDITOR', sector: 'PRESS' })).toEqual({
      code: 'FORBIDDEN',
      sector: 'TELECOM',
    });
    // With what the team needs to go on, as the subgraph said it.
    expect(await asked({ kind: 'EDITOR', sector: 'TELECOM' })).toMatchObject({
      code: 'VERSION_CONFLICT',
      sector: 'TELECOM',
      changes: [],
    });
  });

  it('costs each sector its own fields and one error, behind a gateway that asks for less', async () => {
    const urls = readSectors().map(({ code, folder }) => [
      settingsOfSubgraph(code).url.name,
      `${system.subgraphs.get(folder)?.origin ?? ''}/graphql`,
    ]);
    const gateway = await startGateway(Object.fromEntries(urls) as Record<string, string>);
    try {
      const { status, body } = await askGraph(gateway.origin, briefing);
      expect(status).toBe(200);
      expect(body.data).toEqual({ briefing: { period: '2020-07', telecom: null, office: null } });
      expect(body.errors?.map(({ path, extensions }) => ({ path, extensions }))).toEqual(
        ['telecom', 'office'].map((field) => ({
          path: ['briefing', field],
          extensions: { code: 'UNAUTHENTICATED', sector: field.toUpperCase() },
        })),
      );
    } finally {
      await gateway.stop();
    }
  });

  it('keeps its health checks open, and says that all sectors are up', async () => {
    const response = await fetch(`${system.gateway.origin}/health/ready`);
    expect(response.status).toBe(200);
    const { parts } = (await response.json()) as { parts: Record<string, string> };
    expect(new Set(Object.values(parts))).toEqual(new Set(['UP']));
    expect((await fetch(`${telecom()}/health/ready`)).status).toBe(200);
  });

  it('keeps its pages open for browsers: Sandbox and the explorer', async () => {
    for (const origin of [system.gateway.origin, telecom()]) {
      const page = await fetch(`${origin}/graphql`, {
        headers: { accept: 'text/html,application/xhtml+xml' },
      });
      expect(page.status).toBe(200);
      expect(await page.text()).toMatch(/^\s*<!DOCTYPE html>/iu);
      expect((await fetch(`${origin}/explorer/`)).status).toBe(200);
    }
  });
});

describe('a gateway in production without JWT_JWKS', () => {
  it("accepts no token, that of a developer's machine neither, and says so once at its start", async () => {
    const gateway = await startGateway({ [settings.nodeEnv.name]: 'production' });
    try {
      for (const token of [
        await system.token({ kind: 'OFFICE' }),
        await (await createTestIssuer()).token(),
      ]) {
        const { status, body } = await askGraph(gateway.origin, '{ __typename }', {}, bearer(token));
        expect({ status, body }).toEqual({ status: 401, body: refusal(/^No token is accepted here/u) });
      }
      expect((await askGraph(gateway.origin, '{ __typename }')).status).toBe(200);
      expect(gateway.output().split('JWT_JWKS is not set: every token is refused')).toHaveLength(2);
    } finally {
      await gateway.stop();
    }
  });
});

/** One more gateway, which shares the key of the others. */
async function startGateway(own: Readonly<Record<string, string>>): Promise<RunningProcess> {
  const port = await freePort(null, '127.0.0.1');
  return startProcess('gateway/main', port, {
    [settings.gatewayPort.name]: String(port),
    [settings.dataDir.name]: system.dataDir,
    ...own,
  });
}
