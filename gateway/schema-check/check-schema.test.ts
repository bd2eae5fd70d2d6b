import { beforeAll, describe, expect, it } from 'vitest';
import { subgraphSdl } from '../../kernel/sdl/build-sdl.ts';
import { readSectors } from '../../kernel/sectors.ts';
import { composeSubgraphs } from '../compose-subgraphs.ts';
import { checkSchema, reasonsAgainst, type SchemaCheck } from './check-schema.ts';

const sectors = readSectors();
const kernel = new Map(sectors.map((sector) => [sector.folder, subgraphSdl(sector, sectors)]));
const one = sectors[1]?.folder ?? '';
const ownSection = `type ${sectors[1]?.typePrefix}Section `;
let inForce = '';
beforeAll(() => {
  const composed = composeSubgraphs(kernel);
  if (!composed.ok) throw new Error('must compose');
  inForce = composed.supergraph;
});

type Change = (sdl: string) => string;
const operations = ['query Page { briefing(period: "2020-07") { reportingPeriod { label } } }'];

function changed(change: Change): ReadonlyMap<string, string> {
  const sdl = kernel.get(one) ?? '';
  const after = change(sdl);
  expect(after).not.toBe(sdl);
  return new Map([[one, after]]);
}

/** A team's release of an SDL that is not of the kernel in hand. */
const teamReleases = (change: Change): Promise<SchemaCheck> =>
  checkSchema({
    changed: changed(change),
    others: kernel,
    sameKernel: false,
    before: inForce,
    sectors,
    operations,
  });

/** The kernel in hand is the new one; what the others run was made of an old one, in which `change` stands. */
const firstOfNewKernel = (change: Change): Promise<SchemaCheck> =>
  checkSchema({
    changed: new Map([[one, kernel.get(one) ?? '']]),
    others: new Map([...kernel].map(([folder, sdl]) => [folder, change(sdl)])),
    sameKernel: false,
    before: inForce,
    sectors,
    operations,
  });

const importing: Change = (sdl) => sdl.replace('"@shareable"]', '"@shareable", "@inaccessible"]');
const after =
  (head: string, line: string): Change =>
  (sdl) =>
    sdl.replace(head, `${head}\n  "New."\n  ${line}`);
const without =
  (line: RegExp): Change =>
  (sdl) =>
    sdl.replace(line, '');
const causes = ({ hints }: SchemaCheck) => hints.map(({ code, cause }) => `${cause} ${code}`);

describe("a kernel's change that reaches the first of seven", () => {
  it.each<[string, Change, string]>([
    [
      'a description',
      (sdl) => sdl.replace('"A value to reach by a date."', '"As it was."'),
      'INCONSISTENT_DESCRIPTION',
    ],
    [
      'an optional field of an input',
      without(/\n[^\n]*\n {2}outcomes: \[TaskOutcome!\]\n/u),
      'INCONSISTENT_INPUT_OBJECT_FIELD',
    ],
    [
      'a value of an enum that is only asked with',
      without(/\n[^\n]*\n {2}PROVINCE\n/u),
      'INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM',
    ],
  ])('is a roll-out: %s', async (_, asItWas, code) => {
    const check = await firstOfNewKernel(asItWas);
    expect(check.errors).toEqual([]);
    expect(new Set(causes(check))).toEqual(new Set([`ROLL_OUT ${code}`]));
    expect(reasonsAgainst(check, true)).toEqual([]);
  });
});

describe('the same of a team that writes over what all share', () => {
  it.each<[string, Change, string]>([
    [
      'a description',
      (sdl) => sdl.replace('"A value to reach by a date."', '"Ours."'),
      'INCONSISTENT_DESCRIPTION',
    ],
    [
      'an optional field of an input',
      after('input TaskFilter {', 'extra: String'),
      'INCONSISTENT_INPUT_OBJECT_FIELD',
    ],
    [
      'an optional argument',
      (sdl) =>
        sdl.replaceAll(
          'explanation("The language of the answer." language: Language! = VI)',
          'explanation("The language of the answer." language: Language! = VI, "New." long: Boolean)',
        ),
      'INCONSISTENT_ARGUMENT_PRESENCE',
    ],
    [
      'a value of an enum that is only asked with',
      after('enum RegionLevel {', 'EXTRA'),
      'INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM',
    ],
  ])('is a mistake: %s', async (_, change, code) => {
    const check = await teamReleases(change);
    expect(new Set(causes(check))).toEqual(new Set([`MISTAKE ${code}`]));
    expect(reasonsAgainst(check, true).join('\n')).toContain(code);
  });
});

it('calls any such hint a mistake where all have the same kernel', async () => {
  const others = new Map(kernel).set(
    one,
    (kernel.get(one) ?? '').replace('"A value to reach by a date."', '"Ours."'),
  );
  const press = sectors.find(({ folder }) => folder !== one)?.folder ?? '';
  const check = await checkSchema({
    changed: new Map([[press, kernel.get(press) ?? '']]),
    others,
    sameKernel: true,
    before: null,
    sectors,
    operations: [],
  });
  expect(causes(check)).toEqual(['MISTAKE INCONSISTENT_DESCRIPTION']);
});

describe('a new shared field', () => {
  it('composes without a hint and unseen while it is @inaccessible', async () => {
    const check = await teamReleases((sdl) =>
      after('type Period @shareable {', 'extra: String @inaccessible')(importing(sdl)),
    );
    expect([check.errors, check.hints, check.changes]).toEqual([[], [], []]);
    expect(check.supergraph).toContain('extra: String');
  });

  it('does not compose without, and is told as one error with what to do', async () => {
    const { errors } = await teamReleases(after('type Period @shareable {', 'extra: String'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'SATISFIABILITY_ERROR' });
    expect(errors[0]?.times).toBeGreaterThan(1);
    expect(errors[0]?.advice).toBe(
      'Period.extra is not in all subgraphs yet: mark it @inaccessible until all have it, or publish all at once (schema:publish -- --all).',
    );
  });

  it('may not be taken away by one alone', async () => {
    const { errors } = await teamReleases(without(/\n[^\n]*\n {2}soft: Boolean!/u));
    expect(errors[0]?.advice).toContain('Deadline.soft is still in other subgraphs');
  });
});

describe('a new value of an enum', () => {
  it('that is only answered composes without a hint, and is a dangerous change', async () => {
    const check = await teamReleases(after('enum Slip {', 'EXTRA'));
    expect([check.errors, check.hints]).toEqual([[], []]);
    expect(check.changes.filter(({ criticality }) => criticality !== 'SAFE')).toEqual([
      { criticality: 'DANGEROUS', path: 'Slip.EXTRA', message: expect.stringContaining('EXTRA') },
    ]);
    expect(reasonsAgainst(check, false)).toEqual([]);
  });

  it('that is asked with and answered composes only unseen', async () => {
    const bare = await teamReleases(after('enum TaskOutcome {', 'EXTRA'));
    expect(bare.errors[0]).toMatchObject({
      code: 'ENUM_VALUE_MISMATCH',
      advice: expect.stringContaining('@inaccessible'),
    });
    const unseen = await teamReleases((sdl) =>
      after('enum TaskOutcome {', 'EXTRA @inaccessible')(importing(sdl)),
    );
    expect([unseen.errors, unseen.hints]).toEqual([[], []]);
  });
});

describe('what a team may do', () => {
  it('is to add a headline of its own: a safe change', async () => {
    const check = await teamReleases(
      after(`${ownSection}implements Section & Facts {`, 'extra: Observation'),
    );
    expect(new Set(check.changes.map(({ criticality }) => criticality))).toEqual(new Set(['SAFE']));
    expect(reasonsAgainst(check, false)).toEqual([]);
  });

  it('is not to take one away unasked: a breaking change', async () => {
    const check = await teamReleases(without(/\n {2}"[^"]*"\n {2}\w+: Observation @indicator\([^)]*\)/u));
    expect(check.changes.map(({ criticality }) => criticality)).toEqual(['BREAKING']);
    expect(reasonsAgainst(check, false)).toHaveLength(1);
    expect(reasonsAgainst(check, true)).toEqual([]);
  });
});

it('names a stored operation that would break, whatever is allowed', async () => {
  const others = new Map(
    [...kernel].map(([folder, sdl]) => [
      folder,
      sdl.replaceAll(/\n[^\n]*\n {2}label\([^)]*\): String!/gu, ''),
    ]),
  );
  const check = await checkSchema({
    changed: others,
    others,
    sameKernel: false,
    before: inForce,
    sectors,
    operations,
  });
  expect(check.brokenOperations).toEqual(['Page: Cannot query field "label" on type "Period".']);
  expect(reasonsAgainst(check, true)).toEqual(check.brokenOperations);
});

it('finds a sector that the Office would leave out without a word', async () => {
  const office = sectors.find(({ kind }) => kind === 'OFFICE')?.folder ?? '';
  const type = `${sectors[1]?.typePrefix}Sector`;
  const stub = new RegExp(`\\n"[^\\n]*\\ntype ${type} implements Sector @key[^}]*\\}`, 'u');
  const sdl = (kernel.get(office) ?? '').replace(stub, '');
  const check = await checkSchema({
    changed: new Map([[office, sdl]]),
    others: kernel,
    sameKernel: true,
    before: null,
    sectors,
    operations: [],
  });
  expect(check.errors).toEqual([]);
  expect(reasonsAgainst(check, true)).toEqual([
    `the Office's SDL does not list the sector ${one}: publish the Office with it`,
  ]);
});
