import { CodedError } from '../errors.ts';
import { todayInHanoi } from '../local-date.ts';
import type { SectionRow } from '../store/rows.ts';
import type { Desk } from './desk.ts';
import { countDraft } from './draft-records.ts';
import { changeSection, nothingDone, type SectionChange } from './section-change.ts';
import { settleRecords } from './settle.ts';

/** So many records are settled within the transaction that publishes them; more, one by one behind it. */
export const MOST_AT_ONCE = 5_000;

/**
 * Publishes the section's draft: one change of the section, after which everybody sees all of it. Its records become
 * published ones in the same transaction, or, of a large import, behind it (settle.ts), visible all the while.
 * Refuses (NOTHING_TO_PUBLISH) a section without a draft.
 */
export async function publishSection(
  desk: Desk,
  { edition, version }: { readonly edition: string; readonly version: number },
): Promise<SectionChange> {
  const { store, by } = desk;
  const request = { edition, version, by, action: 'PUBLISH' } as const;
  return changeSection(store, request, async (session, section) => {
    const count = section.draft.length === 0 ? 0 : await countDraft(store, section, session);
    if (count === 0)
      throw new CodedError(
        'NOTHING_TO_PUBLISH',
        `The section ${edition} has no draft: save or import records first.`,
      );
    const atOnce = count <= MOST_AT_ONCE;
    if (atOnce) await settleRecords(desk, { ...section, settling: section.draft }, todayInHanoi(), session);
    const published: Partial<SectionRow> = {
      state: 'PUBLISHED',
      publishedAt: new Date(),
      publishedBy: by,
      publishedVersion: version + 1,
      draft: [],
      settling: atOnce ? section.settling : [...section.settling, ...section.draft],
    };
    return { ...nothingDone, left: count, section: published };
  });
}
