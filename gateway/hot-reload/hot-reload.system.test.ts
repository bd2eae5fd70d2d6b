import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Federation, startFederation } from '../../tests/federation.ts';
import { supergraphWith } from '../../tests/support/supergraphs.ts';
import { fixedSupergraph, type SupergraphSource, versionOfText } from './supergraph-source.ts';

/** The gateway in this process, before fake subgraphs that know nothing of the headlines that are made up here. */
const plain = supergraphWith({});
const extended = supergraphWith({ telecom: 'extra' });
const page = 'query Page { briefing(period: "2020-07") { period telecom { state } press { state } } }';
const askExtra = '{ briefing(period: "2020-07") { period telecom { extra { id } } press { state } } }';

/** A source that a test changes. */
function changeableSource(first: string): SupergraphSource & { set(supergraph: string): void } {
  let now = first;
  let look: (() => void) | null = null;
  return {
    ...fixedSupergraph(first),
    read: async () => ({ version: versionOfText(now), supergraph: now }),
    watch: (found) => {
      look = found;
      return { stop: async () => {} };
    },
    set(supergraph) {
      now = supergraph;
      look?.();
    },
  };
}

let source = changeableSource(plain);
let graph: Federation;
beforeEach(async () => {
  source = changeableSource(plain);
  graph = await startFederation({ supergraph: source, operations: [page] });
});
afterEach(() => graph.stop());

interface Report {
  readonly version: string;
  readonly refused: { readonly version: string; readonly reasons: readonly string[] } | null;
}
async function report(): Promise<Report> {
  const response = await fetch(`${graph.origin}/health/ready`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { supergraph: Report }).supergraph;
}
async function inForce(supergraph: string): Promise<void> {
  source.set(supergraph);
  await expect
    .poll(async () => (await report()).version, { timeout: 30_000 })
    .toBe(versionOfText(supergraph));
}
async function refused(supergraph: string): Promise<readonly string[]> {
  source.set(supergraph);
  await expect
    .poll(async () => (await report()).refused?.version, { timeout: 30_000 })
    .toBe(versionOfText(supergraph));
  return (await report()).refused?.reasons ?? [];
}

describe('a new supergraph', () => {
  it('is what callers see from then on, in both directions', async () => {
    expect((await graph.ask(askExtra)).status).toBe(400);
    await inForce(extended);
    expect((await graph.ask(askExtra)).status).toBe(200);
    await inForce(plain);
    expect((await graph.ask(askExtra)).status).toBe(400);
    expect((await graph.ask(page)).body.errors).toBeUndefined();
  });

  it('brings its own stand-ins: of a subgraph that does not know its part yet, only that part is missing', async () => {
    await inForce(extended);
    const { body } = await graph.ask(askExtra);
    expect(body.data).toEqual({
      briefing: { period: '2020-07', telecom: null, press: { state: 'MISSING' } },
    });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['briefing', 'telecom'], 'SUBGRAPH_UNAVAILABLE'],
    ]);
  });

  it('leaves what was asked before to the one that it was asked of', async () => {
    await inForce(extended);
    graph.faulty('TELECOM').mode = 'HANG';
    const asked = graph.ask(askExtra);
    await expect.poll(() => graph.faulty('TELECOM').open()).toBeGreaterThan(0);
    await inForce(plain);
    const { status, body } = await asked;
    expect([status, body.data]).toEqual([
      200,
      { briefing: { period: '2020-07', telecom: null, press: { state: 'MISSING' } } },
    ]);
    expect(body.errors).toHaveLength(1);
  });

  it('plans anew what it is asked, the stored operations beforehand', async () => {
    await inForce(extended);
    await expect.poll(() => graph.gateway.plans().planned).toBeGreaterThan(0);
    await graph.ask(page);
    expect(graph.gateway.plans().reused).toBeGreaterThan(0);
  });
});

describe('a supergraph that is refused', () => {
  it.each<[string, string, RegExp]>([
    ['is no GraphQL', 'type Query {', /Syntax Error/u],
    ['is none', 'type Query { a: Int }', /./u],
    ['nobody composed', plain.replaceAll('soft: Boolean!', 'soft: NoSuchType!'), /NoSuchType/u],
    [
      'has a subgraph that the gateway does not know',
      plain.replaceAll('@join__graph(name: "press"', '@join__graph(name: "transport"'),
      /does not know: transport/u,
    ],
    [
      'lacks what a stored operation asks for',
      plain.replaceAll('press: PressSection', 'pressed: PressSection'),
      /^Page: Cannot query field "press"/u,
    ],
  ])('because it %s leaves the one before in force', async (_, supergraph, reason) => {
    expect(supergraph).not.toBe(plain);
    expect((await refused(supergraph)).join('\n')).toMatch(reason);
    expect((await report()).version).toBe(versionOfText(plain));
    expect((await graph.ask(page)).body.errors).toBeUndefined();
    expect(graph.logged.join('\n')).toContain('a supergraph is refused');
  });

  it('is forgotten once there is a good one', async () => {
    await refused('type Query {');
    await inForce(extended);
    expect((await report()).refused).toBeNull();
  });
});
