import type { ClientSession } from 'mongoose';
import { CodedError } from '../errors.ts';
import type { AuditEntryRow, SectionRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';

const MOST_TOLD = 20;

/** The error for a change that starts from a version that is none any more: who has changed what since. */
export async function versionConflict(
  store: SectorStore,
  { edition, version }: { readonly edition: string; readonly version: number },
  session: ClientSession,
): Promise<CodedError> {
  const section = await store.sections.findById(edition).session(session).lean<SectionRow>();
  const current = section?.version ?? 0;
  if (version > current)
    return new CodedError(
      'VERSION_CONFLICT',
      `The section ${edition} has no version ${version}: it is at ${current}. Read it again.`,
      { current, changes: [] },
    );
  const since = await store.auditTrail
    .find({ edition, version: { $gt: version } })
    .sort({ edition: 1, version: -1 })
    .limit(MOST_TOLD)
    .session(session)
    .lean<AuditEntryRow[]>();
  const [last] = since;
  return new CodedError(
    'VERSION_CONFLICT',
    `The section ${edition} is at version ${current}, and this change starts from ${version}: ${
      last === undefined ? 'the data files were loaded' : `${last.madeBy} was faster (${last.action})`
    }. Look at what changed, and send it again with version ${current}.`,
    { current, changes: since.map(told) },
  );
}

function told({ version, action, madeBy, madeAt, changes }: AuditEntryRow) {
  return {
    version,
    action,
    madeBy,
    madeAt: madeAt.toISOString(),
    records: [...new Set(changes.map(({ record }) => record))].slice(0, MOST_TOLD),
  };
}
