import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { composeSubgraphs, type SubgraphSdls } from '../../gateway/compose-subgraphs.ts';
import { subgraphsOf } from '../../gateway/hot-reload/extract-subgraphs.ts';
import { registryAddress } from '../../gateway/registry/registry-address.ts';
import { openRegistry } from '../../gateway/registry/registry.ts';
import { supergraphFile } from '../../gateway/supergraph-file.ts';
import type { Environment } from '../../kernel/environment.ts';
import { findRunningDeployment } from '../../kernel/mongodb/data-folder.ts';
import { quoted } from '../../kernel/quoted.ts';
import { subgraphSdl } from '../../kernel/sdl/build-sdl.ts';
import type { Sector } from '../../kernel/sectors.ts';
import { UsageError } from './arguments.ts';

/** The graph that a release is held against. */
export interface GraphInForce {
  /** For people: where it was found. */
  readonly where: string;
  readonly others: SubgraphSdls;
  /** The supergraph; null where there is none. */
  readonly before: string | null;
  /** Whether it is made of the kernel in hand. */
  readonly sameKernel: boolean;
}

/** The SDL of all folders in hand. */
export function sdlOfFolders(sectors: readonly Sector[]): SubgraphSdls {
  return new Map(sectors.map((sector) => [sector.folder, subgraphSdl(sector, sectors)]));
}

/**
 * What the other subgraphs run: as `against` says (`registry`, a folder of `<subgraph>.graphql`, or a supergraph's file),
 * else what the registry holds, else what the folders in hand say. Throws UsageError where `against` leads to nothing.
 */
export async function whatOthersRun(
  against: string | null,
  environment: Environment,
  sectors: readonly Sector[],
): Promise<GraphInForce> {
  if (against !== null && against !== 'registry') return fromPath(against);
  const registry = against === 'registry' || (await hasRegistry(environment));
  const published = registry ? await fromRegistry(environment) : null;
  if (published !== null) return published;
  if (against !== null) throw new UsageError('The registry is empty.');
  return {
    where: 'the folders in hand',
    others: sdlOfFolders(sectors),
    before: existsSync(supergraphFile) ? readFileSync(supergraphFile, 'utf8') : null,
    sameKernel: true,
  };
}

async function hasRegistry({ registryUri, dataDir }: Environment): Promise<boolean> {
  return registryUri !== null || (await findRunningDeployment(dataDir)) !== null;
}

async function fromRegistry(environment: Environment): Promise<GraphInForce | null> {
  const registry = await openRegistry(await registryAddress(environment));
  try {
    const latest = await registry.latest();
    if (latest === null) return null;
    return {
      where: `publication ${latest._id} of the registry`,
      others: new Map(latest.subgraphs.map(({ folder, sdl }) => [folder, sdl])),
      before: latest.supergraph,
      sameKernel: false,
    };
  } finally {
    await registry.close();
  }
}

function fromPath(path: string): GraphInForce {
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${quoted(path)}.`);
  const others = new Map(
    statSync(path).isDirectory() ? sdlsIn(path) : subgraphsOf(readFileSync(path, 'utf8')),
  );
  if (others.size === 0) throw new UsageError(`There is no .graphql file in ${quoted(path)}.`);
  const composed = composeSubgraphs(others);
  return { where: path, others, before: composed.ok ? composed.supergraph : null, sameKernel: false };
}

function sdlsIn(folder: string): readonly (readonly [folder: string, sdl: string])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => [basename(file, '.graphql'), readFileSync(join(folder, file), 'utf8')]);
}
