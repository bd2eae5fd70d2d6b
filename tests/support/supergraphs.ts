import { composeSubgraphs } from '../../gateway/compose-subgraphs.ts';
import { subgraphSdl } from '../../kernel/sdl/build-sdl.ts';
import { readSectors } from '../../kernel/sectors.ts';

const sectors = readSectors();

/** The SDL of the subgraph `folder` with one headline more than it has: `name: Observation`. */
export function sdlWithHeadline(folder: string, name: string): string {
  const sector = sectors.find((one) => one.folder === folder);
  if (sector === undefined) throw new Error(`there is no subgraph ${folder}`);
  const sdl = subgraphSdl(sector, sectors);
  return sdl.replace('implements Section & Facts {', `$&\n  "Made up."\n  ${name}: Observation`);
}

/** The supergraph of all folders, in which the subgraphs of `headlines` have one more each. */
export function supergraphWith(headlines: Readonly<Record<string, string>>): string {
  const composed = composeSubgraphs(
    new Map(
      sectors.map((sector) => {
        const name = headlines[sector.folder];
        const sdl = name === undefined ? subgraphSdl(sector, sectors) : sdlWithHeadline(sector.folder, name);
        return [sector.folder, sdl];
      }),
    ),
  );
  if (!composed.ok) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraph;
}
