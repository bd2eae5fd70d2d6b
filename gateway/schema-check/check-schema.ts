import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, parse } from 'graphql';
import type { Sector } from '../../kernel/sectors.ts';
import { composeSubgraphs, type SubgraphSdls } from '../compose-subgraphs.ts';
import { adviseErrors, type AdvisedError } from './advise.ts';
import { type ApiChange, apiChanges } from './api-changes.ts';
import { type JudgedHint, judgeHints } from './judge-hint.ts';
import { sdlElements } from './sdl-elements.ts';
import { operationFaults } from './try-operations.ts';

export interface ReleaseInQuestion {
  /** The SDL to be released, by folder. */
  readonly changed: SubgraphSdls;
  /** What the other subgraphs run. */
  readonly others: SubgraphSdls;
  /** Whether the others' SDL is made of the same kernel, so that no roll-out can be what makes them differ. */
  readonly sameKernel: boolean;
  /** The graph in force; null where there is none yet. */
  readonly before: string | null;
  readonly sectors: readonly Sector[];
  /** The stored operations of the frontends. */
  readonly operations: readonly string[];
}

/** What a release would do to the graph. */
export interface SchemaCheck {
  readonly subgraphs: readonly string[];
  /** Null where the subgraphs do not compose. */
  readonly supergraph: string | null;
  readonly errors: readonly AdvisedError[];
  /** Those above INFO. */
  readonly hints: readonly JudgedHint[];
  readonly changes: readonly ApiChange[];
  /** Sentences that name the operation. */
  readonly brokenOperations: readonly string[];
  /** Sectors that the Office's list would leave out without a word. */
  readonly missingStubs: readonly string[];
}

/** Composes what is to be released with what the others run, and finds all that is wrong or changes. Changes nothing. */
export async function checkSchema(release: ReleaseInQuestion): Promise<SchemaCheck> {
  const { changed, others, before, sectors, operations } = release;
  const all = new Map([...others, ...changed]);
  const missing = missingStubs(all, sectors);
  const nothing = { subgraphs: [...changed.keys()], hints: [], changes: [], brokenOperations: [] };
  const composed = composeSubgraphs(all);
  if (!composed.ok) {
    const rest = new Map([...others].filter(([folder]) => !changed.has(folder)));
    const errors = adviseErrors(composed.errors, changed, rest);
    return { ...nothing, supergraph: null, errors, missingStubs: missing };
  }
  const judged = [...(release.sameKernel ? all : changed)].flatMap(([folder, sdl]) => {
    const sector = sectors.find((one) => one.folder === folder);
    return sector === undefined ? [] : [{ sector, sdl }];
  });
  const supergraph = Supergraph.build(composed.supergraph);
  return {
    ...nothing,
    supergraph: composed.supergraph,
    errors: [],
    hints: judgeHints(composed.hints, judged, sectors),
    changes: before === null ? [] : await changesSince(before, composed.apiSchema),
    brokenOperations: operationFaults(supergraph, operations),
    missingStubs: missing,
  };
}

/** Why it may not be released, a sentence each; none where it may. */
export function reasonsAgainst(check: SchemaCheck, allowBreaking: boolean): readonly string[] {
  const breaking = check.changes.filter(({ criticality }) => criticality === 'BREAKING');
  return [
    ...check.errors.map(({ code, message }) => `${code}: ${message}`),
    ...check.hints
      .filter(({ cause }) => cause === 'MISTAKE')
      .map(({ code, message }) => `${code}: ${message}`),
    ...check.missingStubs.map(
      (folder) => `the Office's SDL does not list the sector ${folder}: publish the Office with it`,
    ),
    ...check.brokenOperations,
    ...(allowBreaking ? [] : breaking.map(({ message }) => `a breaking change: ${message}`)),
  ];
}

async function changesSince(before: string, apiSchema: string): Promise<readonly ApiChange[]> {
  return apiChanges(Supergraph.build(before).apiSchema().toGraphQLJSSchema(), buildSchema(apiSchema));
}

/** A sector whose type the Office does not declare composes, and `sectors` leaves it out. */
function missingStubs(all: SubgraphSdls, sectors: readonly Sector[]): readonly string[] {
  const office = sectors.find(({ kind }) => kind === 'OFFICE');
  const sdl = office && all.get(office.folder);
  if (sdl === undefined) return [];
  let listed: ReadonlyMap<string, string>;
  try {
    listed = sdlElements(parse(sdl));
  } catch {
    return [];
  }
  return sectors
    .filter(({ folder, typePrefix }) => all.has(folder) && !listed.has(`${typePrefix}Sector`))
    .map(({ folder }) => folder);
}
