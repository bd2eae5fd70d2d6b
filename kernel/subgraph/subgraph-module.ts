import { basename } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import type { OwnRows } from '../load/load-sector.ts';
import { subgraphSdl } from '../sdl/build-sdl.ts';
import { readSector, readSectors, type Sector } from '../sectors.ts';
import type { OwnSchemas } from '../store/sector-store.ts';
import { kernelResolvers, mergeResolvers } from './resolvers/build-resolvers.ts';
import { headlineResolvers } from './resolvers/section.ts';

/** What a team's subgraph.ts says of itself: nothing is opened by it, so that tools and tests may read it. */
export interface SubgraphDefinition {
  /** The team's own resolvers, by type; the kernel's answer all the rest. */
  readonly resolvers?: Readonly<Record<string, object>>;
  /** Collections that only this team has. */
  readonly ownSchemas?: OwnSchemas;
  /** The rows of those, out of the team's data files. */
  readonly ownRows?: OwnRows;
}
export interface SubgraphModule {
  readonly sector: Sector;
  readonly sdl: string;
  readonly ownSchemas: OwnSchemas;
  readonly ownRows: OwnRows | undefined;
  /** The executable schema, given the codes of the team's catalogue. */
  schema(catalogue: ReadonlySet<string>): GraphQLSchema;
}

/** @param folder the subgraph's own folder: `import.meta.dirname` of its subgraph.ts. */
export function defineSubgraph(folder: string, definition: SubgraphDefinition = {}): SubgraphModule {
  const sector = readSector(basename(folder));
  const sectors = readSectors();
  const sdl = subgraphSdl(sector, sectors);
  const typeDefs = parse(sdl);
  return {
    sector,
    sdl,
    ownSchemas: definition.ownSchemas ?? {},
    ownRows: definition.ownRows,
    schema(catalogue) {
      const section = `${sector.typePrefix}Section`;
      const kernel = kernelResolvers(sector, sectors);
      const headlines = headlineResolvers(buildSubgraphSchema({ typeDefs }), section, catalogue);
      const resolvers = mergeResolvers(
        mergeResolvers(kernel, { [section]: headlines }),
        definition.resolvers ?? {},
      );
      return buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
    },
  };
}
