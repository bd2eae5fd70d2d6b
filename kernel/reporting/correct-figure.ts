import type { CorrectionInput } from '../../generated/kernel.ts';
import { CodedError } from '../errors.ts';
import { todayInHanoi } from '../local-date.ts';
import { quoted } from '../quoted.ts';
import { entriesOfRecords } from '../search/entries-from-rows.ts';
import type { IndicatorRow, ObservationRow } from '../store/rows.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { ClientSession } from 'mongoose';
import { checkFigure } from './check-figure.ts';
import type { Desk } from './desk.ts';
import { fieldChanges } from './field-changes.ts';
import { figureRow } from './figure-row.ts';
import { readComparison, readFigure } from './read-figure-input.ts';
import { RecordFaults } from './record-faults.ts';
import { bilingualOf } from './read-text.ts';
import type { ReportedFigure, ReportedStatus } from './reported-figure.ts';
import { changeSection, nothingDone, type SectionChange } from './section-change.ts';

/** A correction, and the id of the figure that is in force now. */
export interface Corrected extends SectionChange {
  readonly id: string;
}

/**
 * Puts a new revision in the place of a published figure: known from today, with the reason. The one before is kept as it
 * was, superseded from today, so that what was known on any day stays answerable.
 */
export async function correctFigure(
  desk: Desk,
  { id, version, correction }: { id: string; version: number; correction: CorrectionInput },
): Promise<Corrected> {
  const { store, by } = desk;
  const { edition } = await figureInForce(desk, id);
  const { reason } = correction;
  const note = correction.note == null ? null : bilingualOf({ vi: correction.note }).vi;
  let corrected = '';
  const change = await changeSection(
    store,
    {
      edition,
      version,
      by,
      action: 'CORRECT_OBSERVATION',
      reason: note === null ? reason : `${reason}: ${note}`,
    },
    async (session) => {
      const before = await figureInForce(desk, id, session);
      const madeAt = new Date();
      const today = todayInHanoi(madeAt);
      const after: ObservationRow = {
        ...correctedRow(desk, before, correction, today),
        revised: { reason, note, madeAt, madeBy: by },
      };
      // What the document states of the figure that it prints is not stated of another; that alone corrects nothing.
      const changes = fieldChanges(before._id, before, after).filter(
        ({ field }) => field !== 'comparisons' || after.comparisons.length > 0,
      );
      if (changes.length === 0)
        throw new CodedError('INVALID_ARGUMENT', 'The correction says what is published already.');
      await store.observations.updateOne(
        { _id: before._id },
        { $set: { supersededFrom: today } },
        { session },
      );
      await store.observations.insertMany([after], { session });
      await reindex(desk, before, after, session);
      corrected = after._id;
      return { ...nothingDone, changed: 1, changes, section: { publishedVersion: version + 1 } };
    },
  );
  return { ...change, id: corrected };
}

/** Refuses what is no published figure in force, and says what to do instead. */
async function figureInForce(
  { store }: Desk,
  id: string,
  session: ClientSession | null = null,
): Promise<ObservationRow> {
  const row = await store.observations.findById(id).session(session).lean<ObservationRow>();
  const settling =
    row?.batch == null
      ? false
      : (await store.sections.exists({ _id: row.edition, settling: row.batch }).session(session)) !== null;
  if (row === null || (row.batch !== null && !settling))
    throw new CodedError(
      'UNKNOWN_CODE',
      `There is no published figure ${quoted(id)}. One that waits in a draft is changed by saving it again.`,
    );
  if (settling)
    throw new CodedError(
      'INVALID_ARGUMENT',
      'The figure was published a moment ago and is still being written: correct it again in a minute.',
    );
  if (row.supersededFrom === null) return row;
  const last = await store.observations
    .findOne({ vintageKey: row.vintageKey, edition: row.edition, batch: null, supersededFrom: null })
    .session(session)
    .lean<ObservationRow>();
  throw new CodedError(
    'INVALID_ARGUMENT',
    `The figure ${quoted(id)} was corrected already; the one in force is ${last?._id ?? 'none'}.`,
  );
}

function correctedRow(
  { sector, catalogue }: Desk,
  before: ObservationRow,
  correction: CorrectionInput,
  today: string,
): ObservationRow {
  const faults = new RecordFaults();
  const written = faults.read(0, 'asPrinted', () => readFigure(correction, before.indicator, catalogue));
  const comparisons = (correction.comparisons ?? []).map((comparison, place) =>
    faults.read(0, `comparisons.${place}`, () => readComparison(comparison, parseTimePeriod(before.period))),
  );
  faults.throwIfAny();
  if (written === null) throw new Error('a correction without a figure must have been refused');
  const figure: ReportedFigure = {
    indicator: before.indicator,
    period: before.period,
    province: before.province,
    agency: before.agency,
    scope: before.scope?.code ?? null,
    ...written.parts,
    status: statusOf(correction, before, faults),
    note: before.note,
  };
  for (const { field, message } of checkFigure(figure, catalogue)) faults.add(0, field, message);
  faults.throwIfAny();
  const context = { sector, catalogue, edition: before.edition, batch: '', knownFrom: today };
  const row = figureRow(
    figure,
    context,
    written.precision,
    comparisons.filter((comparison) => comparison !== null),
  );
  const revision = before.revision + 1;
  const id = `${before._id.replace(/:revision=\d+$/u, '')}:revision=${revision}`;
  return {
    ...row,
    _id: id,
    comparisons: row.comparisons.map((comparison, place) => ({
      ...comparison,
      id: `${id}:comparison:${place + 1}`,
    })),
    batch: null,
    revision,
    role: before.role,
    inferred: before.inferred,
    // The place where the figure stands that this one corrects; what is printed there is another figure.
    document: before.document,
    ordinal: before.ordinal,
    citation: before.citation === null ? null : { ...before.citation, printed: null },
  };
}

function statusOf(
  { status, reason }: CorrectionInput,
  before: ObservationRow,
  faults: RecordFaults,
): ReportedStatus {
  const wanted = status ?? (reason === 'ESTIMATE_FINALISED' ? 'FINAL' : before.status);
  if (wanted === 'IMPLIED' || wanted === 'DERIVED') {
    faults.add(0, 'status', `${wanted} figures are computed, and cannot be reported`);
    return 'REPORTED';
  }
  if ((wanted === 'FORECAST') !== before.forecast)
    faults.add(0, 'status', 'a forecast stays one: what came of it is a figure of its own');
  return wanted;
}

async function reindex(
  { store, texts }: Desk,
  before: ObservationRow,
  after: ObservationRow,
  session: ClientSession,
): Promise<void> {
  const indicators = await store.indicators
    .find({ _id: after.indicator })
    .session(session)
    .lean<IndicatorRow[]>();
  const entries = entriesOfRecords({ observations: [after] }, indicators, texts);
  await store.searchEntries.deleteOne({ _id: before._id }, { session });
  await store.searchEntries.insertMany(entries, { session });
}
