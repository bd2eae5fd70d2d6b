import type { AgencyEntry } from '../../registers/agencies.ts';
import type { DocumentEntry } from '../../registers/documents.ts';
import type { ProvinceEntry } from '../../registers/provinces.ts';
import type { Sector } from '../../sectors.ts';
import { sectorSource, sharedResolvers, type BriefingSource } from '../shared-resolvers.ts';
import type { FactsSource } from '../sources.ts';
import { changesResolvers, sectionChangesResolvers } from './changes.ts';
import { citationResolvers } from './citation.ts';
import { factsResolvers } from './facts.ts';
import { indicatorResolvers, seriesPointResolvers, seriesResolvers, unitResolvers } from './indicator.ts';
import {
  checkResolvers,
  comparisonResolvers,
  observationResolvers,
  readingResolvers,
} from './observation.ts';
import {
  auditEntryResolvers,
  auditTrailResolvers,
  reportingResolvers,
  sectionChangeResolvers,
} from './reporting.ts';
import { searchHitResolvers, searchResultResolvers, sectorSearchResolvers } from './search.ts';
import { sectionResolvers } from './section.ts';
import {
  observationConnectionResolvers,
  sectorRootResolvers,
  taskConnectionResolvers,
} from './sector-root.ts';
import {
  deadlineResolvers,
  highlightResolvers,
  progressNoteResolvers,
  targetResolvers,
  taskResolvers,
} from './task.ts';

type TypeResolvers = Readonly<Record<string, unknown>>;
/** Resolvers by type, for makeExecutableSchema and its like; each was checked against its generated type where it stands. */
export type ResolverMap = Record<string, TypeResolvers>;

/** What every subgraph answers alike; a team adds only its own. */
export function kernelResolvers(sector: Sector, sectors: readonly Sector[]): ResolverMap {
  const { field, typePrefix } = sector;
  const facts = (by: FactsSource['by'], key: string): FactsSource => ({ by, key });
  const own = {
    Query: { [field]: () => sectorSource(sector) },
    Briefing: { [field]: ({ period }: BriefingSource) => facts('edition', period) },
    Province: { [field]: ({ code }: ProvinceEntry) => facts('province', code) },
    Agency: { [field]: ({ code }: AgencyEntry) => facts('agency', code) },
    Document: { [field]: ({ id }: DocumentEntry) => facts('document', id) },
    SectorFacts: factsResolvers,
    [`${typePrefix}Section`]: { ...sectionResolvers, ...sectionChangesResolvers },
    [`${typePrefix}Sector`]: {
      ...sectorRootResolvers,
      ...sectorSearchResolvers,
      ...auditTrailResolvers(sector),
    },
    Mutation: reportingResolvers(sector),
    [`${typePrefix}SectionChange`]: sectionChangeResolvers,
    AuditEntry: auditEntryResolvers,
    Changes: changesResolvers,
    SearchHit: searchHitResolvers,
    SearchResult: searchResultResolvers,
    Observation: observationResolvers,
    Comparison: comparisonResolvers,
    Reading: readingResolvers,
    Check: checkResolvers,
    Indicator: indicatorResolvers,
    Series: seriesResolvers,
    SeriesPoint: seriesPointResolvers,
    Unit: unitResolvers,
    Task: taskResolvers,
    ProgressNote: progressNoteResolvers,
    Deadline: deadlineResolvers,
    Highlight: highlightResolvers,
    Target: targetResolvers,
    Citation: citationResolvers,
    ObservationConnection: observationConnectionResolvers,
    TaskConnection: taskConnectionResolvers,
  };
  return mergeResolvers(mergeResolvers({}, sharedResolvers(sector, sectors)), own);
}

/** Joins two maps type by type; a field that both have is the second's. */
export function mergeResolvers(first: ResolverMap, second: Readonly<Record<string, object>>): ResolverMap {
  const merged: ResolverMap = { ...first };
  for (const [type, fields] of Object.entries(second)) {
    const known = merged[type];
    merged[type] = known === undefined ? (fields as TypeResolvers) : { ...known, ...fields };
  }
  return merged;
}
