import DataLoader from 'dataloader';
import type { Model, QueryFilter } from 'mongoose';
import { neededKeys } from '../auditor/checks-of.ts';
import { evidenceOf, type Evidence } from '../auditor/figures/evidence.ts';
import type { LocalDate } from '../local-date.ts';
import { compareVintages, MOST_VINTAGES } from '../series.ts';
import { findPerKey, WHOLE_ANSWER, type Page } from '../store/find-per-key.ts';
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
  readLevel,
  visibilityOf,
  visibleFigures,
  visibleRecords,
  type Condition,
  type Visibility,
} from '../store/visibility.ts';
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
/** The part of it whose periods end from one day to another; null: no bound. */
export interface SeriesPartRequest extends SeriesRequest {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export interface Loaders {
  readonly store: SectorStore;
  /** The sector's catalogue by code, read once a request. */
  readonly catalogue: () => Promise<ReadonlyMap<string, IndicatorRow>>;
  /** The state of every edition, by the edition: read once a request, for it also says what is visible. */
  readonly sections: () => Promise<ReadonlyMap<string, SectionRow>>;
  /** Whether drafts are open to who asks. */
  readonly drafts: boolean;
  readonly visibility: () => Promise<Visibility>;
  readonly observations: DataLoader<ObservationsRequest, ObservationRow[], string>;
  readonly tasks: DataLoader<TasksRequest, TaskRow[], string>;
  readonly highlights: DataLoader<ListRequest, HighlightRow[], string>;
  readonly targets: DataLoader<ListRequest, TargetRow[], string>;
  readonly targetsOfIndicator: DataLoader<string, TargetRow[]>;
  /** Every edition and revision of a figure, oldest first. */
  readonly vintages: DataLoader<string, ObservationRow[]>;
  /** What the auditor computes from about a figure: all that are asked for together share one look-up of vintages. */
  readonly evidence: DataLoader<ObservationRow, Evidence, string>;
  /** The editions whose figures of the country were asked for: what is audited of one of them is audited with all. */
  readonly openEditions: Map<string, OpenEdition>;
  readonly series: DataLoader<SeriesPartRequest, ObservationRow[], string>;
  /** The figure of a series' latest period. */
  readonly latest: DataLoader<SeriesRequest, ObservationRow | null, string>;
  readonly observation: DataLoader<string, ObservationRow | null>;
  readonly task: DataLoader<string, TaskRow | null>;
  readonly highlight: DataLoader<string, HighlightRow | null>;
  readonly target: DataLoader<string, TargetRow | null>;
}

/** An edition whose figures of the country were asked for. */
export interface OpenEdition {
  readonly rows: Promise<ObservationRow[]>;
  /** Asks for the evidence of all of them, once. */
  readonly askForAll: () => Promise<void>;
}

const MOST_TARGETS = 1000;

/**
 * The loaders of one request over the sector's own store: each batches the look-ups of a level into one command.
 * @param drafts whether who asks may see what is not published.
 */
export function buildLoaders(store: SectorStore, { drafts }: { readonly drafts: boolean }): Loaders {
  const catalogue = once(() => readCatalogue(store));
  const sections = once(() => readSections(store));
  const visibility = once(async () => visibilityOf((await sections()).values(), drafts));
  const held =
    (conditionOf: (visibility: Visibility) => Condition): Held =>
    async () => {
      const seen = await visibility();
      return { condition: conditionOf(seen), level: readLevel(seen) };
    };
  const figures = held(visibleFigures);
  const records = held(visibleRecords);
  const listed = listsOf(records);
  const listedFigures = listsOf(figures);
  const vintages = vintagesLoader(store, figures);
  return {
    store,
    catalogue,
    sections,
    drafts,
    visibility,
    observations: listedFigures(store.observations, observationsPage),
    tasks: listed(store.tasks, tasksPage),
    highlights: listed(store.highlights, highlightsPage),
    targets: listed(store.targets, targetsPage),
    targetsOfIndicator: listed(store.targets, (indicator: string) => ({
      filter: { indicator },
      sort: { document: 1, ordinal: 1, _id: 1 },
      limit: MOST_TARGETS,
    })),
    vintages,
    openEditions: new Map(),
    evidence: new DataLoader<ObservationRow, Evidence, string>(
      async (rows) => {
        const indicators = await catalogue();
        const keys = neededKeys(rows, indicators);
        const found = await Promise.all(keys.map((key) => vintages.load(key)));
        const evidence = evidenceOf(indicators, [...rows, ...found.flat()]);
        return rows.map(() => evidence);
      },
      { cacheKeyFn: ({ _id }) => _id },
    ),
    series: listedFigures(store.observations, seriesPartPage),
    latest: firstOf(
      listedFigures(store.observations, (request: SeriesRequest) => ({
        ...seriesPage(request),
        sort: { periodEnd: -1, periodStart: 1, knownFrom: -1 },
        limit: 1,
      })),
    ),
    observation: byId(store.observations, figures),
    task: byId(store.tasks, records),
    highlight: byId(store.highlights, records),
    target: byId(store.targets, records),
  };
}

export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}

/** What every look-up of a collection is held to: the condition, and how it must read. */
type Held = () => Promise<{ readonly condition: Condition; readonly level: 'majority' | 'snapshot' }>;

function vintagesLoader(store: SectorStore, visible: Held): DataLoader<string, ObservationRow[]> {
  return new DataLoader(async (keys) => {
    const { condition, level } = await visible();
    // Bounded by the keys: a figure stands once in an edition and revision.
    const rows = await store.observations
      .find({ $and: [{ vintageKey: { $in: [...keys] } }, condition] } as QueryFilter<ObservationRow>)
      .readConcern(level)
      .batchSize(WHOLE_ANSWER)
      .maxTimeMS(READ_TIME_MS)
      .lean<ObservationRow[]>();
    const found = new Map<string, ObservationRow[]>(keys.map((key) => [key, []]));
    for (const row of rows.sort(compareVintages)) found.get(row.vintageKey)?.push(row);
    return keys.map((key) => found.get(key) ?? []);
  });
}

async function readCatalogue(store: SectorStore): Promise<ReadonlyMap<string, IndicatorRow>> {
  const rows = await store.indicators
    .find()
    .sort({ ordinal: 1, _id: 1 })
    .batchSize(WHOLE_ANSWER)
    .maxTimeMS(READ_TIME_MS)
    .lean<IndicatorRow[]>();
  return new Map(rows.map((row) => [row._id, row]));
}

async function readSections(store: SectorStore): Promise<ReadonlyMap<string, SectionRow>> {
  const rows = await store.sections
    .find()
    .batchSize(WHOLE_ANSWER)
    .maxTimeMS(READ_TIME_MS)
    .lean<SectionRow[]>();
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

function seriesPartPage({ from, to, ...series }: SeriesPartRequest): Page<ObservationRow> {
  const { filter, sort } = seriesPage(series);
  const bounds = [
    ...(from === null ? [] : [{ periodEnd: { $gte: from } }]),
    ...(to === null ? [] : [{ periodEnd: { $lte: to } }]),
  ];
  return { filter: { $and: [filter, ...bounds] }, sort, limit: MOST_VINTAGES + 1 };
}

/** Makes loaders of lists, all held to the same condition. */
function listsOf(visible: Held) {
  return <Request, Row>(
    model: Model<Row>,
    pageOf: (request: Request) => Page<Row>,
  ): DataLoader<Request, Row[], string> =>
    new DataLoader<Request, Row[], string>(
      async (requests) => {
        const { condition, level } = await visible();
        const pages = requests.map(pageOf);
        return findPerKey(
          model,
          pages.map((page) => ({ ...page, filter: { $and: [page.filter, condition] } })),
          level,
        );
      },
      { cacheKeyFn: (request) => JSON.stringify(request) },
    );
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

function byId<Row extends { readonly _id: string }>(
  model: Model<Row>,
  visible: Held,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const { condition, level } = await visible();
    const rows = await model
      .find({ $and: [{ _id: { $in: [...ids] } }, condition] } as QueryFilter<Row>)
      .readConcern(level)
      .batchSize(WHOLE_ANSWER)
      .maxTimeMS(READ_TIME_MS)
      .lean<Row[]>();
    const found = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
