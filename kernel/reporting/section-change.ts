import type { ClientSession } from 'mongoose';
import { DUPLICATE_KEY, hasErrorCode } from '../mongodb/error-code.ts';
import type { AuditChangeRow, SectionRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';
import type { AuditAction } from '../vocabulary.ts';
import { versionConflict } from './version-conflict.ts';

/** What somebody wants to do to a section. */
export interface ChangeRequest {
  readonly edition: string;
  /** The version that it starts from; 0 where there is no section yet. */
  readonly version: number;
  /** Who: a token's subject, or the person who runs the command. */
  readonly by: string;
  readonly action: AuditAction;
  readonly reason?: string | null;
}
/** What was done to its records, and what of the section itself is another. */
export interface Worked {
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
  readonly changes: readonly AuditChangeRow[];
  readonly section?: Partial<Omit<SectionRow, '_id' | 'version'>>;
}
export interface SectionChange extends Omit<Worked, 'section' | 'changes'> {
  readonly edition: string;
  readonly version: number;
}

export const nothingDone: Worked = { inserted: 0, changed: 0, removed: 0, left: 0, changes: [] };

/**
 * Does `work` and writes the section's next version and the entry of the audit trail, all in one transaction: of several who
 * start from the same version exactly one makes the next, and the others get VERSION_CONFLICT and leave nothing. Work
 * that turns out to change nothing makes no version.
 */
export async function changeSection(
  store: SectorStore,
  request: ChangeRequest,
  work: (session: ClientSession, section: SectionRow) => Promise<Worked>,
): Promise<SectionChange> {
  try {
    return await attempt(store, request, work);
  } catch (error) {
    // Two made the section at once: the other's is there now, and the second look finds it.
    if (!hasErrorCode(error, DUPLICATE_KEY)) throw error;
    return attempt(store, request, work);
  }
}

async function attempt(
  store: SectorStore,
  request: ChangeRequest,
  work: (session: ClientSession, section: SectionRow) => Promise<Worked>,
): Promise<SectionChange> {
  const { edition, version } = request;
  return store.connection.transaction(async (session) => {
    const stored = await store.sections.findById(edition).session(session).lean<SectionRow>();
    if ((stored?.version ?? 0) !== version) throw await versionConflict(store, request, session);
    const section = stored ?? emptySection(edition);
    const { section: changedSection, changes, ...counts } = await work(session, section);
    if (changedSection === undefined && counts.inserted + counts.changed + counts.removed === 0)
      return { edition, version, ...counts };
    const next = { ...section, ...changedSection, version: version + 1 };
    if (stored === null) await store.sections.insertMany([next], { session });
    else await store.sections.replaceOne({ _id: edition, version }, next, { session });
    const { by, action, reason = null } = request;
    const { inserted, changed, removed } = counts;
    await store.auditTrail.insertMany(
      [
        {
          _id: `${edition}@${next.version}`,
          edition,
          version: next.version,
          action,
          madeAt: new Date(),
          madeBy: by,
          reason,
          inserted,
          changed,
          removed,
          changes: [...changes],
        },
      ],
      { session },
    );
    return { edition, version: next.version, ...counts };
  });
}

/** The section of an edition that nobody has said anything in yet. */
export function emptySection(edition: string): SectionRow {
  return {
    _id: edition,
    state: 'DRAFT',
    version: 0,
    publishedVersion: 0,
    publishedAt: null,
    publishedBy: null,
    draft: [],
    settling: [],
  };
}
