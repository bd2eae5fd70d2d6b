import type { HighlightInput, TargetInput, TaskInput } from '../../generated/kernel.ts';
import type { Model } from 'mongoose';
import type { AuditAction } from '../vocabulary.ts';
import { bringDraft, savingBatch, type DraftRow } from './draft-records.ts';
import type { Desk, Saved, SaveRequest } from './desk.ts';
import { highlightRowOf } from './highlight-row.ts';
import { RecordFaults, refuseCount } from './record-faults.ts';
import { changeSection } from './section-change.ts';
import { targetRowOf } from './target-row.ts';
import { taskRowOf } from './task-row.ts';

/** Where a record belongs that a team writes in words: its section, the draft's batch, and its place in the list. */
export interface StatementContext {
  readonly desk: Desk;
  readonly edition: string;
  readonly batch: string;
  readonly index: number;
  readonly faults: RecordFaults;
}
type RowOf<Input, Row> = (input: Input, context: StatementContext) => Row | null;

export const saveTasks = (desk: Desk, request: SaveRequest<TaskInput>) =>
  saveStatements(desk, request, { model: desk.store.tasks, rowOf: taskRowOf, action: 'SAVE_TASKS' });
export const saveHighlights = (desk: Desk, request: SaveRequest<HighlightInput>) =>
  saveStatements(desk, request, {
    model: desk.store.highlights,
    rowOf: highlightRowOf,
    action: 'SAVE_HIGHLIGHTS',
  });
export const saveTargets = (desk: Desk, request: SaveRequest<TargetInput>) =>
  saveStatements(desk, request, { model: desk.store.targets, rowOf: targetRowOf, action: 'SAVE_TARGETS' });

interface Kind<Input, Row extends DraftRow> {
  readonly model: Model<Row>;
  readonly rowOf: RowOf<Input, Row>;
  readonly action: AuditAction;
}

/** Saves records of one kind as a draft: all of them, or, with every fault told (INVALID_RECORDS), none. */
async function saveStatements<Input extends { readonly id: string }, Row extends DraftRow>(
  desk: Desk,
  { edition, version, given }: SaveRequest<Input>,
  { model, rowOf, action }: Kind<Input, Row>,
): Promise<Saved> {
  refuseCount(given.length);
  const rowsIn = (batch: string) => {
    const faults = new RecordFaults();
    const seen = new Map<string, number>();
    const rows = given.flatMap((input, index) => {
      const other = seen.get(input.id);
      if (other !== undefined) faults.add(index, 'id', `is the same as that of record ${other + 1}`);
      seen.set(input.id, index);
      return rowOf(input, { desk, edition, batch, index, faults }) ?? [];
    });
    faults.throwIfAny();
    return rows;
  };
  let ids: readonly string[] = [];
  const change = await changeSection(
    desk.store,
    { edition, version, by: desk.by, action },
    async (session, section) => {
      const brought = await bringDraft(model, rowsIn(savingBatch(section)), section, { session, key: '_id' });
      ids = brought.ids;
      return brought.worked;
    },
  );
  return { ...change, ids };
}
