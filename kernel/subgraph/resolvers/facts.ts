import type { SectorFactsObservationsArgs, SectorFactsResolvers } from '../../../generated/kernel.ts';
import { todayInHanoi } from '../../local-date.ts';
import { LARGEST_PAGE, pageSize } from '../../paging.ts';
import type { ObservationRow } from '../../store/rows.ts';
import type { RequestContext } from '../context.ts';
import { regionOf } from '../fact-pages.ts';
import type { FactsSource } from '../sources.ts';
import { findingsOf, presented } from './audit.ts';

/** More than a catalogue can report of the country in one edition. */
const MOST_OF_COUNTRY = 5000;

/** The edition's figures of the whole country: its list and its headlines are both taken from this one look-up. */
export function countryFigures(edition: string, { loaders }: RequestContext): Promise<ObservationRow[]> {
  const rows = loaders.observations.load({
    of: { by: 'edition', key: edition },
    indicators: null,
    region: 'COUNTRY',
    limit: MOST_OF_COUNTRY,
  });
  loaders.openEditions.set(edition, rows);
  return rows;
}

async function observationsOf(
  of: FactsSource,
  args: Pick<SectorFactsObservationsArgs, 'indicators' | 'region'> & { first: number },
  context: RequestContext,
): Promise<ObservationRow[]> {
  const limit = pageSize(args.first);
  const region = regionOf(of, args.region ?? null);
  if (of.by === 'province' && region === 'COUNTRY') return [];
  if (of.by !== 'edition' || region !== 'COUNTRY')
    return context.loaders.observations.load({ of, indicators: args.indicators ?? null, region, limit });
  const wanted = args.indicators == null ? null : new Set(args.indicators);
  const all = await countryFigures(of.key, context);
  return all.filter(({ indicator }) => wanted?.has(indicator) ?? true).slice(0, limit);
}

/** The lists that every Facts has: of a section, and of a province, an agency or a document. */
export const factsResolvers = {
  observations: async (of, args, context) => presented(await observationsOf(of, args, context), context),
  tasks: async (of, { outcomes, asOf, first }, { loaders }) => {
    const day = asOf ?? todayInHanoi();
    const tasks = await loaders.tasks.load({
      of,
      outcomes: outcomes ?? null,
      asOf: day,
      limit: pageSize(first),
    });
    return tasks.map((task) => ({ ...task, asOf: day }));
  },
  highlights: (of, { first }, { loaders }) => loaders.highlights.load({ of, limit: pageSize(first) }),
  targets: (of, { first }, { loaders }) => loaders.targets.load({ of, limit: pageSize(first) }),
  checks: async (of, { verdicts }, context) => {
    const rows = await observationsOf(of, { first: LARGEST_PAGE }, context);
    const findings = await findingsOf(rows, context);
    return verdicts == null ? findings : findings.filter(({ verdict }) => verdicts.includes(verdict));
  },
} satisfies SectorFactsResolvers;
