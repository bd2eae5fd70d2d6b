import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { subgraphSdl } from '../sdl/build-sdl.ts';
import type { Sector } from '../sectors.ts';
import { headlineOf } from '../subgraph/headline.ts';
import { indicatorBindings } from '../subgraph/resolvers/section.ts';
import type { ObservationRow } from '../store/rows.ts';
import type { ProofFault } from './proof-fault.ts';

/** The indicator's code of each headline of a sector's section, by field. */
export function headlinesOf(sector: Sector, sectors: readonly Sector[]): Readonly<Record<string, string>> {
  const schema = buildSubgraphSchema({ typeDefs: parse(subgraphSdl(sector, sectors)) });
  return indicatorBindings(schema, `${sector.typePrefix}Section`);
}

/** In every edition at most one figure claims each headline; two would make the graph answer an error. */
export function checkHeadlines(
  { folder }: Pick<Sector, 'folder'>,
  headlines: Readonly<Record<string, string>>,
  observations: readonly ObservationRow[],
): ProofFault[] {
  const editions = [...new Set(observations.map(({ edition }) => edition))];
  return Object.entries(headlines).flatMap(([field, indicator]) =>
    editions.flatMap((edition) => {
      try {
        headlineOf(
          observations.filter((row) => row.edition === edition),
          indicator,
        );
        return [];
      } catch (error) {
        const at = `subgraphs/${folder}/schema.graphql (${field}, edition ${edition})`;
        return [{ check: 'HEADLINES' as const, at, fault: (error as Error).message }];
      }
    }),
  );
}
