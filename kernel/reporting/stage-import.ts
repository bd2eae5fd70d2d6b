import { createHash } from 'node:crypto';
import type { Catalogue } from '../data-files/read-sector-data.ts';
import { CodedError } from '../errors.ts';
import { todayInHanoi } from '../local-date.ts';
import type { Sector } from '../sectors.ts';
import type { AuditChangeRow, ObservationRow, SectionRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';
import { visibilityOf, visibleFigures } from '../store/visibility.ts';
import { discardImport, discardOldImports } from './discard-import.ts';
import { changeableRows } from './draft-records.ts';
import { fieldChanges } from './field-changes.ts';
import { figureRow } from './figure-row.ts';
import type { ReportedFigure } from './reported-figure.ts';
import { changeSection, emptySection } from './section-change.ts';

export interface ImportRequest {
  readonly store: SectorStore;
  readonly sector: Sector;
  readonly catalogue: Catalogue;
  /** The briefing that the figures are reported in. */
  readonly edition: string;
  /** Who imports, for the audit trail. */
  readonly by: string;
  /** Checked figures (check-figure.ts), no key twice. */
  readonly figures: AsyncIterable<ReportedFigure>;
  /** Of the file's bytes: a repeat of a cut-off import goes on where that one ended. */
  readonly fileDigest: string;
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
}
export interface ImportReport {
  readonly read: number;
  readonly inserted: number;
  readonly changed: number;
  /** Those that the draft held already, the same. */
  readonly left: number;
  /** The section's version now. */
  readonly version: number;
}

const CHUNK = 1_000;
const AT_ONCE = 2;
/** Of an import's changes the trail tells so many; its counts tell of all. */
const MOST_TOLD = 1_000;

/** What an import has done so far, and needs for the rest. */
interface Staging {
  readonly request: ImportRequest;
  readonly section: SectionRow;
  readonly batch: string;
  /** Whether rows of this batch may be there already, from an import that was cut off. */
  readonly resumed: boolean;
  /** Whether the section holds any figure that one of the file could be the same as. */
  readonly overlaps: boolean;
  inserted: number;
  changed: number;
  left: number;
  readonly changes: AuditChangeRow[];
}

/**
 * Brings figures of any number into the draft of a section: all or none. They are staged under the import's name, seen by
 * nobody, and become visible together by one change of the section, for a transaction could not hold a million of them. A figure
 * that the draft holds already is left where it is the same, else marked as replaced by the import, which counts from
 * the same moment on. Killed at any point, it leaves nothing visible, and the same file again finishes it, with no
 * figure twice. Refuses (VERSION_CONFLICT) where somebody changed the section meanwhile, and (ALREADY_PUBLISHED) a
 * figure that is published.
 */
export async function stageImport(request: ImportRequest): Promise<ImportReport> {
  const { store, edition, by } = request;
  await discardOldImports(store, edition);
  const staging = await begin(request);
  try {
    await stageAll(staging);
  } catch (error) {
    // What was refused will be refused again; what was cut off is taken up by the same file's next try.
    if (error instanceof CodedError) await discardImport(store, edition, staging.batch);
    throw error;
  }
  const { batch, section, inserted, changed, left, changes } = staging;
  const change = await changeSection(
    store,
    { edition, version: section.version, by, action: 'IMPORT', reason: `sha256 ${request.fileDigest}` },
    async (session, { draft }) => {
      const staged = await store.observations.countDocuments({ edition, batch }).session(session);
      if (staged !== inserted + changed)
        throw new Error(`${inserted + changed} figures were staged, but ${staged} are there`);
      await store.imports.deleteOne({ _id: batch }, { session });
      const counts = { inserted, changed, removed: 0, left, changes };
      return staged === 0 ? counts : { ...counts, section: { draft: [...draft, batch] } };
    },
  );
  return { read: readSoFar(staging), inserted, changed, left, version: change.version };
}

/** Several chunks at once: each waits for a majority's journals, and no figure stands in two. */
async function stageAll(staging: Staging): Promise<void> {
  const { figures, signal, onProgress } = staging.request;
  const inFlight = new Set<Promise<void>>();
  try {
    for await (const chunk of chunksOf(figures, signal)) {
      const staged: Promise<void> = stage(staging, chunk).then(() => {
        inFlight.delete(staged);
        onProgress?.(readSoFar(staging));
      });
      // Its failure is met below; until then it must not count as one that nobody looks at.
      staged.catch(() => undefined);
      inFlight.add(staged);
      if (inFlight.size >= AT_ONCE) await Promise.race(inFlight);
    }
    await Promise.all(inFlight);
  } finally {
    // Nothing is written any more once this has ended, however it did.
    await Promise.allSettled(inFlight);
  }
}

function readSoFar({ inserted, changed, left }: Staging): number {
  return inserted + changed + left;
}

async function begin(request: ImportRequest): Promise<Staging> {
  const { store, edition, fileDigest } = request;
  const stored = await store.sections.findById(edition).lean<SectionRow>();
  const section = stored ?? emptySection(edition);
  const batch = batchName(edition, fileDigest, section);
  const before = await store.imports.findOneAndUpdate(
    { _id: batch },
    { $set: { edition, touchedAt: new Date() } },
    { upsert: true, returnDocument: 'before' },
  );
  const visible = visibleFigures(visibilityOf([section], true));
  const overlaps = (await store.observations.exists({ $and: [{ edition }, visible] } as object)) !== null;
  const none = { inserted: 0, changed: 0, left: 0, changes: [] };
  return { request, section, batch, resumed: before !== null, overlaps, ...none };
}

/** The same for the same file, so that it can be taken up; another where the draft holds it already and was changed since. */
function batchName(edition: string, fileDigest: string, { draft, settling }: SectionRow): string {
  const taken = new Set([...draft, ...settling]);
  for (let time = 1; ; time += 1) {
    const digest = createHash('sha256').update(`${edition} ${fileDigest} ${time}`).digest('hex').slice(0, 16);
    const name = `import:${digest}`;
    if (!taken.has(name)) return name;
  }
}

async function* chunksOf(
  figures: AsyncIterable<ReportedFigure>,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly ReportedFigure[]> {
  let chunk: ReportedFigure[] = [];
  for await (const figure of figures) {
    signal?.throwIfAborted();
    chunk.push(figure);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function stage(staging: Staging, figures: readonly ReportedFigure[]): Promise<void> {
  const { request, batch, resumed } = staging;
  const { store, sector, catalogue, edition } = request;
  const context = { sector, catalogue, edition, batch, knownFrom: todayInHanoi() };
  const rows = figures.map((figure) => figureRow(figure, context)).map((row) => ownRow(row, batch));
  const keys = rows.map(({ vintageKey }) => vintageKey);
  const stored = staging.overlaps
    ? await changeableRows(store.observations, keys, staging.section, { session: null, key: 'vintageKey' })
    : new Map<string, ObservationRow>();
  const wanted: ObservationRow[] = [];
  const replaced: string[] = [];
  const same: string[] = [];
  for (const row of rows) {
    const before = stored.get(row.vintageKey);
    if (before?.digest === row.digest) {
      same.push(row._id);
      continue;
    }
    wanted.push(row);
    if (before === undefined) continue;
    replaced.push(before._id);
    if (staging.changes.length < MOST_TOLD) staging.changes.push(...fieldChanges(before._id, before, row));
  }
  const { collection } = store.observations;
  if (replaced.length > 0)
    await collection.updateMany({ _id: { $in: replaced } } as object, { $addToSet: { replacedBy: batch } });
  if (resumed && same.length > 0) await collection.deleteMany({ _id: { $in: same } } as object);
  if (wanted.length > 0) await write(staging, wanted);
  await store.imports.updateOne({ _id: batch }, { $set: { touchedAt: new Date() } });
  staging.left += same.length;
  staging.changed += replaced.length;
  staging.inserted += wanted.length - replaced.length;
}

/** An imported figure's id ends with its import's: it may stand beside the one that it will take the place of. */
function ownRow(row: ObservationRow, batch: string): ObservationRow {
  return { ...row, _id: `${row._id}~${batch.slice(-8)}` };
}

async function write({ request, resumed }: Staging, rows: readonly ObservationRow[]): Promise<void> {
  const { collection } = request.store.observations;
  const writes = rows.map((row) =>
    resumed
      ? { replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } }
      : { insertOne: { document: row } },
  );
  // The driver's own: mongoose would clone every row to cast what is of its types already.
  await collection.bulkWrite(writes as never, { ordered: false });
}
