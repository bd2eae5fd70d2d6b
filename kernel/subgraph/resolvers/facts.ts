import type { SectorFactsObservationsArgs, SectorFactsResolvers } from '../../../generated/kernel.ts';
import { todayInHanoi } from '../../local-date.ts';
import { pageSize } from '../../paging.ts';
import type { ObservationRow } from '../../store/rows.ts';
import type { RequestContext } from '../context.ts';
import { regionOf } from '../fact-pages.ts';
import type { FactsSource } from '../sources.ts';
import { findingsOf, presented } from './audit.ts';
import { allOf, MOST_AT_ONCE } from '../all-of.ts';
import { once } from '../loaders.ts';

/**
 * The edition's figures of the whole country: its list, its headlines and its checks are all taken from this one look-up. One
 * more than `allOf` takes, where there are so many.
 */
function countryFigures(edition: string, { loaders }: RequestContext): Promise<ObservationRow[]> {
  const open = loaders.openEditions.get(edition);
  if (open !== undefined) return open.rows;
  const rows = loaders.observations.load({
    of: { by: 'edition', key: edition },
    indicators: null,
    region: 'COUNTRY',
    limit: MOST_AT_ONCE + 1,
  });
  const askForAll = once(async () => {
    for (const row of await rows) void loaders.evidence.load(row).catch(() => null);
  });
  loaders.openEditions.set(edition, { rows, askForAll });
  return rows;
}

/** Every one of the edition's figures of the whole country; refuses (TOO_MANY_FIGURES) more than can be told of at once. */
export async function allOfCountry(edition: string, context: RequestContext): Promise<ObservationRow[]> {
  return allOf(await countryFigures(edition, context));
}

async function observationsOf(
  of: FactsSource,
  args: Pick<SectorFactsObservationsArgs, 'indicators' | 'region'> & { first: number },
  context: RequestContext,
): Promise<ObservationRow[]> {
  const limit = pageSize(args.first);
  const region = regionOf(of, args.region ?? null);
  if (of.by === 'province' && region === 'COUNTRY') return [];
  const lookUp = () =>
    context.loaders.observations.load({ of, indicators: args.indicators ?? null, region, limit });
  if (of.by !== 'edition' || region !== 'COUNTRY') return lookUp();
  const wanted = args.indicators == null ? null : new Set(args.indicators);
  const all = await countryFigures(of.key, context);
  // One edition of so many is looked up for what is asked of it.
  if (all.length > MOST_AT_ONCE) return lookUp();
  return all.filter(({ indicator }) => wanted?.has(indicator) ?? true).slice(0, limit);
}

async function figuresToCheck(of: FactsSource, context: RequestContext): Promise<ObservationRow[]> {
  if (of.by === 'edition') return allOfCountry(of.key, context);
  const request = { of, indicators: null, region: regionOf(of, null), limit: MOST_AT_ONCE + 1 };
  return allOf(await context.loaders.observations.load(request));
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
    const findings = await findingsOf(await figuresToCheck(of, context), context);
    return verdicts == null ? findings : findings.filter(({ verdict }) => verdicts.includes(verdict));
  },
} satisfies SectorFactsResolvers;
