import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readSectors, type Sector } from '../kernel/sectors.ts';
import { subgraphFaults, type FaultySubgraph, type SubgraphFaultMode } from './faulty-subgraph.ts';
import type { GraphAnswer } from './support/whole-system.ts';

/** A running graph whose subgraphs can be spoilt. */
export interface FaultySystem {
  faulty(code: string): FaultySubgraph;
  ask(query: string): Promise<GraphAnswer>;
  stop(): Promise<void>;
}

const sectors = readSectors();

/** Everything that crosses sectors, and of every sector something at each place where it has a field. */
const query = `{
  july: briefing(period: "2020-07") {
    period
    reportingPeriod { id start end label }
    ${each(({ field }) => `${field} { state version observations(first: 3) { id value indicator { code } } }`)}
  }
  q1: briefing(period: "2020-Q1") { period ${each(({ field }) => `${field} { state highlights(first: 1) { text } }`)} }
  sectors { code name ${each(({ typePrefix }) => `... on ${typePrefix}Sector { indicators { code } }`)} }
  provinces { code name ${each(({ field }) => `${field} { tasks(first: 1) { title } }`)} }
  documents { id title issuedOn ${each(({ field }) => `${field} { targets(first: 1) { text } }`)} lines }
  province(code: "79") { code name }
  agency(code: "MIC") { code name }
  briefings { period }
}`;

function each(part: (sector: Sector) => string): string {
  return sectors.map(part).join('\n');
}

/** Fields that only the Office answers, beside the one that is named for it. */
const ofOffice = new Set(['lines', 'briefings']);

/**
 * The answer of a healthy graph without one sector: its own fields null, everything else as it was.
 * @param fieldOnly where the fault is in the field that is named for it and nowhere else.
 */
function without(sector: Sector, healthy: unknown, fieldOnly: boolean): unknown {
  if (Array.isArray(healthy)) return healthy.map((element) => without(sector, element, fieldOnly));
  if (typeof healthy !== 'object' || healthy === null) return healthy;
  const isItsRoot = 'code' in healthy && healthy.code === sector.code;
  return Object.fromEntries(
    Object.entries(healthy).map(([key, value]) => {
      const own =
        key === sector.field ||
        (!fieldOnly && isItsRoot && key === 'indicators') ||
        (!fieldOnly && sector.kind === 'OFFICE' && ofOffice.has(key));
      return [key, own ? null : without(sector, value, fieldOnly)];
    }),
  );
}

/** What a caller must never read: where we run, what we run on, what a subgraph said. */
const secrets =
  /127\.0\.0\.1|10\.1\.2\.3|localhost|stack|secret|\.ts\b|serviceName|ECONN|UND_ERR|Cannot return null|_entities/iu;

/** For each subgraph in turn, all that can be wrong with it: it costs its own fields and one error, and nothing else. */
export function faultSuite(start: () => Promise<FaultySystem>): void {
  let system: FaultySystem;
  let healthy: unknown;
  beforeAll(async () => {
    system = await start();
    const { body } = await system.ask(query);
    expect(body.errors).toBeUndefined();
    healthy = body.data;
  });
  afterAll(() => system.stop());
  afterEach(() => {
    for (const { code } of sectors) system.faulty(code).mode = 'PASS';
  });

  describe.each(sectors)('$code', (sector) => {
    it.each(subgraphFaults)(
      '%s leaves its own fields null, and nothing else',
      async (fault: SubgraphFaultMode) => {
        system.faulty(sector.code).mode = fault;
        const { status, body, text } = await system.ask(query);
        expect(status).toBe(200);
        expect(body.data).toEqual(without(sector, healthy, fault === 'NULL_OWN_FIELD'));
        expect(body.errors).toEqual([
          {
            message: expect.stringContaining(sector.name.en),
            path: ['july', sector.field],
            extensions: { code: 'SUBGRAPH_UNAVAILABLE', sector: sector.code },
          },
        ]);
        expect(JSON.stringify(body.errors)).not.toMatch(secrets);
        expect(text).not.toContain('"extensions":{"valueCompletion"');
      },
    );

    it('is whole again with the next request', async () => {
      system.faulty(sector.code).mode = 'CLOSED_CONNECTION';
      await system.ask(query);
      system.faulty(sector.code).mode = 'PASS';
      const { body } = await system.ask(query);
      expect(body.errors).toBeUndefined();
      expect(body.data).toEqual(healthy);
    });

    it('is lost without an error where nothing of its own is asked for', async () => {
      system.faulty(sector.code).mode = 'STATUS_500';
      const { body } = await system.ask(
        '{ briefing(period: "2020-07") { period reportingPeriod { label } } sectors { code name } provinces { name } }',
      );
      expect(body.errors).toBeUndefined();
      expect(body.data).toMatchObject({ briefing: { period: '2020-07' } });
    });
  });

  it('loses all seven with seven errors, and still knows its periods, codes and names', async () => {
    for (const { code } of sectors) system.faulty(code).mode = 'STATUS_500';
    const { body } = await system.ask(query);
    const expected = sectors.reduce((data, sector) => without(sector, data, false), healthy);
    expect(body.data).toEqual(expected);
    expect(body.errors?.map(({ extensions }) => extensions?.['sector']).sort()).toEqual(
      sectors.map(({ code }) => code).sort(),
    );
  });

  it('tells the place in a list of several types by the sector, not by the order of fetching', async () => {
    const parts = each(({ typePrefix }) => `... on ${typePrefix}Sector { indicators { code } }`);
    for (const [index, { code }] of sectors.entries()) {
      system.faulty(code).mode = 'STATUS_500';
      const { body } = await system.ask(`{ sectors { code ${parts} } }`);
      expect(body.errors?.map(({ path }) => path)).toEqual([['sectors', index, 'indicators']]);
      system.faulty(code).mode = 'PASS';
    }
  });
}
