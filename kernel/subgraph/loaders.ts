import DataLoader from 'dataloader';
import type { Model, QueryFilter } from 'mongoose';
import type { LocalDate } from '../local-date.ts';
import { compareVintages } from '../series.ts';
import { findPerKey, type Page } from '../store/find-per-key.ts';
import type {
  HighlightRow,
  IndicatorRow,
  ObservationRow,
  SectionRow,
  TargetRow,
  TaskRow,
} from '../store/rows.ts';
import { READ_TIME_MS, type SectorStore } from '../store/sector-store.ts';
import {
  highlightsPage,
  observationsPage,
  targetsPage,
  tasksPage,
  type ListRequest,
  type ObservationsRequest,
  type TasksRequest,
} from './fact-pages.ts';

/** A series as it was known on a day; null for now. */
export interface SeriesRequest {
  readonly seriesKey: string;
  readonly asOf: LocalDate | null;
}

export interface Loaders {
  readonly store: SectorStore;
  /** The sector's catalogue by code, read once a request. */
  readonly catalogue: () => Promise<ReadonlyMap<string, IndicatorRow>>;
  readonly section: DataLoader<string, SectionRow | null>;
  readonly observations: DataLoader<ObservationsRequest, ObservationRow[], string>;
  readonly tasks: DataLoader<TasksRequest, TaskRow[], string>;
  readonly highlights: DataLoader<ListRequest, HighlightRow[], string>;
  readonly targets: DataLoader<ListRequest, TargetRow[], string>;
  readonly targetsOfIndicator: DataLoader<string, TargetRow[]>;
  /** Every edition and revision of a figure, oldest first. */
  readonly vintages: DataLoader<string, ObservationRow[]>;
  readonly series: DataLoader<SeriesRequest, ObservationRow[], string>;
  /** The figure of a series' latest period. */
  readonly latest: DataLoader<SeriesRequest, ObservationRow | null, string>;
  readonly observation: DataLoader<string, ObservationRow | null>;
  readonly task: DataLoader<string, TaskRow | null>;
}

const MOST_VINTAGES = 1000;
const MOST_OF_SERIES = 5000;
const MOST_TARGETS = 1000;

/** The loaders of one request over the sector's own store: each batches the look-ups of a level into one command. */
export function buildLoaders(store: SectorStore): Loaders {
  let catalogue: Promise<ReadonlyMap<string, IndicatorRow>> | undefined;
  return {
    store,
    catalogue: () => (catalogue ??= readCatalogue(store)),
    section: byId(store.sections),
    observations: listed(store.observations, observationsPage),
    tasks: listed(store.tasks, tasksPage),
    highlights: listed(store.highlights, highlightsPage),
    targets: listed(store.targets, targetsPage),
    targetsOfIndicator: listed(store.targets, (indicator) => ({
      filter: { indicator },
      sort: { edition: 1, ordinal: 1, _id: 1 },
      limit: MOST_TARGETS,
    })),
    vintages: new DataLoader(async (keys) => {
      const rows = await store.observations
        .find({ vintageKey: { $in: [...keys] } })
        .limit(MOST_VINTAGES)
        .maxTimeMS(READ_TIME_MS)
        .lean<ObservationRow[]>();
      const sorted = rows.sort(compareVintages);
      return keys.map((key) => sorted.filter(({ vintageKey }) => vintageKey === key));
    }),
    series: listed(store.observations, (request) => ({ ...seriesPage(request), limit: MOST_OF_SERIES })),
    latest: firstOf(
      listed(store.observations, (request: SeriesRequest) => ({
        ...seriesPage(request),
        sort: { periodEnd: -1, periodStart: 1, knownFrom: -1 },
        limit: 1,
      })),
    ),
    observation: byId(store.observations),
    task: byId(store.tasks),
  };
}

async function readCatalogue(store: SectorStore): Promise<ReadonlyMap<string, IndicatorRow>> {
  const rows = await store.indicators
    .find()
    .sort({ ordinal: 1 })
    .maxTimeMS(READ_TIME_MS)
    .lean<IndicatorRow[]>();
  return new Map(rows.map((row) => [row._id, row]));
}

/** What was known on the day: later vintages are left out, and what was superseded later is still there. */
export function knownOn(asOf: LocalDate | null): QueryFilter<ObservationRow> {
  return asOf === null
    ? { supersededFrom: null }
    : { knownFrom: { $lte: asOf }, $or: [{ supersededFrom: null }, { supersededFrom: { $gt: asOf } }] };
}

function seriesPage({ seriesKey, asOf }: SeriesRequest): Omit<Page<ObservationRow>, 'limit'> {
  return {
    filter: { seriesKey, ...knownOn(asOf) },
    sort: { periodEnd: 1, periodStart: -1, knownFrom: 1 },
  };
}

function listed<Request, Row>(
  model: Model<Row>,
  pageOf: (request: Request) => Page<Row>,
): DataLoader<Request, Row[], string> {
  return new DataLoader<Request, Row[], string>((requests) => findPerKey(model, requests.map(pageOf)), {
    cacheKeyFn: (request) => JSON.stringify(request),
  });
}

function firstOf<Request, Row>(
  lists: DataLoader<Request, Row[], string>,
): DataLoader<Request, Row | null, string> {
  return new DataLoader<Request, Row | null, string>(
    async (requests) =>
      (await Promise.all(requests.map((request) => lists.load(request)))).map(([row]) => row ?? null),
    { cacheKeyFn: (request) => JSON.stringify(request) },
  );
}

function byId<Row extends { readonly _id: string }>(model: Model<Row>): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const rows = await model
      .find({ _id: { $in: [...ids] } } as QueryFilter<Row>)
      .maxTimeMS(READ_TIME_MS)
      .lean<Row[]>();
    const found = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
