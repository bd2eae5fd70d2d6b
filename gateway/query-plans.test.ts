import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSectors } from '../kernel/sectors.ts';
import { largestQuery } from '../tests/largest-query.ts';
import { type PlanNode, startPlanner } from '../tests/plan-of.ts';

const sectors = readSectors();
const folders = sectors.map(({ folder }) => folder).sort();

let planner: Awaited<ReturnType<typeof startPlanner>>;
beforeAll(async () => {
  planner = await startPlanner();
});
afterAll(() => planner.stop());

/** Kinds and subgraphs of a plan, one text a node: "Parallel(Fetch telecom, Fetch press)" with the fetches in order. */
function outline({ kind, nodes, serviceName, ...node }: PlanNode): string {
  if (kind === 'Fetch') return `Fetch ${serviceName}`;
  if (kind === 'Flatten') return `Flatten ${node.path?.join('.')}`;
  return `${kind}(${(nodes ?? []).map(outline).sort().join(', ')})`;
}
const parallel = (parts: readonly string[]) => `Parallel(${[...parts].sort().join(', ')})`;

describe('the plan', () => {
  it('of a whole briefing with document titles and agency names is one parallel round of seven', async () => {
    const facts =
      'state tasks { title leadUnits { name parent { name } } citation { document { title issuedOn } } }';
    const plan = await planner.planOf(
      `{ briefing(period: "2020-07") { period reportingPeriod { label } ${sectors.map(({ field }) => `${field} { ${facts} }`).join(' ')} } }`,
    );
    expect(outline(plan)).toBe(parallel(folders.map((folder) => `Fetch ${folder}`)));
  });

  it('of the briefing page is the same', async () => {
    const file = join(import.meta.dirname, '../operations/briefing-page.graphql');
    const page = readFileSync(file, 'utf8').replace(
      '$period: TimePeriod!',
      '$period: TimePeriod! = "2020-07"',
    );
    expect(outline(await planner.planOf(page))).toBe(parallel(folders.map((folder) => `Fetch ${folder}`)));
  });

  it('of the largest sensible query is the same, and found in time', async () => {
    const started = process.cpuUsage();
    const plan = await planner.planOf(largestQuery(planner.schema, sectors));
    expect(outline(plan)).toBe(parallel(folders.map((folder) => `Fetch ${folder}`)));
    // What planning takes of a processor, in microseconds: others may be using it as well.
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });

  it('of two briefings by alias is the same', async () => {
    const both = sectors.map(({ field }) => `${field} { state }`).join(' ');
    const plan = await planner.planOf(
      `{ a: briefing(period: "2020-07") { period ${both} } b: briefing(period: "2020-Q1") { period ${both} } }`,
    );
    expect(outline(plan)).toBe(parallel(folders.map((folder) => `Fetch ${folder}`)));
  });

  it('of what is owed, asked of each sector’s root, is one parallel round', async () => {
    const owed =
      'tasks(filter: { outcomes: [OPEN_OVERDUE], asOf: "2020-05-01" }) { nodes { title leadUnits { name } outcome } }';
    const plan = await planner.planOf(`{ ${sectors.map(({ field }) => `${field} { ${owed} }`).join(' ')} }`);
    expect(outline(plan)).toBe(parallel(folders.map((folder) => `Fetch ${folder}`)));
  });

  it('of what is searched for, asked of each sector’s root, is one parallel round', async () => {
    const hits = 'search(text: "TPHCM") { text node { __typename } citation { document { title } line } }';
    const plan = await planner.planOf(`{ ${sectors.map(({ field }) => `${field} { ${hits} }`).join(' ')} }`);
    expect(outline(plan)).toBe(parallel(folders.map((folder) => `Fetch ${folder}`)));
  });

  it('of what is owed, through `sectors`, is one fetch of the Office, then one parallel round', async () => {
    const owed = 'tasks(filter: { leadUnit: "Cục ATTT", asOf: "2020-05-01" }) { nodes { title outcome } }';
    const plan = await planner.planOf(`{ sectors { code ${owed} } }`);
    const text = outline(plan);
    expect(text).toMatch(/^Sequence\(Fetch office, Parallel\(/u);
    expect(text.match(/Flatten/gu)).toHaveLength(folders.length - 1);
  });

  it("of the sectors' own fields is one fetch of the Office, then one parallel round", async () => {
    const plan = await planner.planOf('{ sectors { code name observations { totalCount } } }');
    expect(outline(plan)).toMatch(/^Sequence\(Fetch office, Parallel\((Flatten sectors\.@(, )?){6}\)\)$/u);
  });
});
