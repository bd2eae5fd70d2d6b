import type { SectionRow } from './rows.ts';

/**
 * What a reader sees besides published records: the batches of drafts that are open to that reader, and those whose
 * publishing is decided but not yet written into every record. A batch becomes visible, and stops being it, by the change
 * of one section, however many records it holds.
 */
export interface Visibility {
  readonly batches: readonly string[];
}

export const publishedOnly: Visibility = { batches: [] };

/** @param drafts whether the reader may see what is not published. */
export function visibilityOf(sections: Iterable<SectionRow>, drafts: boolean): Visibility {
  return {
    batches: [...sections].flatMap(({ draft, settling }) => (drafts ? [...settling, ...draft] : settling)),
  };
}

/**
 * How a command must read. Records that are being settled move within an index from their batch to the published ones,
 * and a scan would miss those that move from what it has before it to what it has behind it: such a command reads all of
 * one moment. Else what a majority has is enough, and costs less.
 */
export function readLevel({ batches }: Visibility): 'majority' | 'snapshot' {
  return batches.length === 0 ? 'majority' : 'snapshot';
}

/** A condition in MongoDB's words, of values only. */
export type Condition = Readonly<Record<string, unknown>>;

/** The condition on records of any kind. */
export function visibleRecords({ batches }: Visibility): Condition {
  return { batch: batches.length === 0 ? null : { $in: [null, ...batches] } };
}

/** The condition on figures, of which an import may hold another in the place of one that is still there. */
export function visibleFigures(visibility: Visibility): Condition {
  const { batches } = visibility;
  const records = visibleRecords(visibility);
  return batches.length === 0 ? records : { ...records, replacedBy: { $nin: [...batches] } };
}
