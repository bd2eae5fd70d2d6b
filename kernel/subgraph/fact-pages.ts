import type { QueryFilter } from 'mongoose';
import type { LocalDate } from '../local-date.ts';
import { agencies, provincialDepartments } from '../registers/agencies.ts';
import type { Page } from '../store/find-per-key.ts';
import type { HighlightRow, ObservationRow, TargetRow, TaskRow } from '../store/rows.ts';
import { outcomeFilter } from '../task-outcome.ts';
import type { RegionLevel, TaskOutcome } from '../vocabulary.ts';
import type { FactsSource } from './sources.ts';

/*
 * The lists of Facts as MongoDB pages: what a sector says in a briefing, of a province, of an agency, from a document.
 * Each filter begins with the fields of an index of store/schemas.ts that also gives the order.
 */
export interface ObservationsRequest {
  readonly of: FactsSource;
  readonly indicators: readonly string[] | null;
  readonly region: RegionLevel | null;
  readonly limit: number;
}
export interface TasksRequest {
  readonly of: FactsSource;
  readonly outcomes: readonly TaskOutcome[] | null;
  readonly asOf: LocalDate;
  readonly limit: number;
}
export interface ListRequest {
  readonly of: FactsSource;
  readonly limit: number;
}

/** In the order of the documents, whose ids begin with their days, and of their texts. */
const byText = { document: 1, ordinal: 1, _id: 1 } as const;

/** The natural region of a list: the country in a briefing, the province in a province, all elsewhere. */
export function regionOf(of: FactsSource, region: RegionLevel | null): RegionLevel {
  if (region !== null) return region;
  if (of.by === 'edition') return 'COUNTRY';
  return of.by === 'province' ? 'PROVINCE' : 'ALL';
}

export function observationsPage({
  of,
  indicators,
  region,
  limit,
}: ObservationsRequest): Page<ObservationRow> {
  const level = regionOf(of, region);
  const filter: QueryFilter<ObservationRow>[] = [{ [of.by]: of.key }, { supersededFrom: null }];
  if (level === 'COUNTRY') filter.push({ province: null });
  if (level === 'PROVINCE' && of.by !== 'province') filter.push({ province: { $ne: null } });
  if (indicators !== null) filter.push({ indicator: { $in: [...indicators] } });
  const inTime = of.by === 'province' || of.by === 'agency';
  return { filter: { $and: filter }, sort: inTime ? { knownFrom: 1, ...byText } : byText, limit };
}

export function tasksPage({ of, outcomes, asOf, limit }: TasksRequest): Page<TaskRow> {
  const filter: QueryFilter<TaskRow>[] = [tasksOf(of), { assignedOn: { $lte: asOf } }];
  if (outcomes !== null) filter.push(anyOutcome(outcomes, asOf));
  return { filter: { $and: filter }, sort: { assignedOn: 1, ...byText }, limit };
}

/** No outcome at all is an empty list of them, which nothing matches. */
export function anyOutcome(outcomes: readonly TaskOutcome[], asOf: LocalDate): QueryFilter<TaskRow> {
  return outcomes.length === 0
    ? { _id: { $in: [] } }
    : { $or: outcomes.map((outcome) => outcomeFilter(outcome, asOf)) };
}

function tasksOf({ by, key }: FactsSource): QueryFilter<TaskRow> {
  if (by === 'province') return tasksOfProvince(key);
  if (by !== 'agency') return { [by]: key };
  // A province's own department finds what is addressed to all of them, or to its province.
  const agency = agencies.get(key);
  const named = [key, ...(agency.parent === provincialDepartments ? [provincialDepartments] : [])];
  const units = [{ leadUnits: { $in: named } }, { coordinatingUnits: { $in: named } }];
  return { $or: [...units, ...(agency.province === undefined ? [] : addressedTo(agency.province))] };
}

export function tasksOfProvince(code: string): QueryFilter<TaskRow> {
  return { $or: addressedTo(code) };
}

function addressedTo(province: string): QueryFilter<TaskRow>[] {
  return [{ provinces: province }, { addressedTo: 'ALL_PROVINCES' }];
}

export function highlightsPage({ of: { by, key }, limit }: ListRequest): Page<HighlightRow> {
  const field = { edition: 'edition', document: 'document', province: 'provinces', agency: 'agencies' }[by];
  return { filter: { [field]: key }, sort: byText, limit };
}

export function targetsPage({ of: { by, key }, limit }: ListRequest): Page<TargetRow> {
  const field = { edition: 'edition', document: 'document', province: 'province', agency: 'leadUnits' }[by];
  return { filter: { [field]: key }, sort: byText, limit };
}
