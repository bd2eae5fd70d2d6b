import { findDocument } from '../registers/documents.ts';
import type { ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/** A progress note is of the day of the meeting whose document tells it, and that is none before the task's own. */
export function checkProgress({ documents }: Pick<SectorToProve, 'documents'>): ProofFault[] {
  return documents.flatMap(({ document, tasks }) =>
    tasks.flatMap(({ record, at }) =>
      record.progress.flatMap((note) => {
        const heldOn = findDocument(note.document)?.heldOn;
        if (heldOn !== note.on)
          return [
            {
              check: 'PROGRESS' as const,
              at,
              fault: `the meeting of ${note.document} was not on ${note.on}`,
            },
          ];
        if (heldOn >= document.heldOn) return [];
        return [{ check: 'PROGRESS' as const, at, fault: `${note.document} is older than the task` }];
      }),
    ),
  );
}
