import type { ImportRow, SectionRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';

/** An import that has written nothing for so long is dead. */
const DEAD_AFTER_MS = 60 * 60_000;

/** Takes away what an import has staged; nobody has seen any of it. */
export async function discardImport(store: SectorStore, edition: string, batch: string): Promise<void> {
  await store.observations.deleteMany({ edition, batch });
  await store.observations.updateMany({ edition, replacedBy: batch }, { $pull: { replacedBy: batch } });
  await store.imports.deleteOne({ _id: batch });
}

/** Takes away what imports into the section have left that were cut off long ago and never taken up again. */
export async function discardOldImports(store: SectorStore, edition: string): Promise<void> {
  const section = await store.sections.findById(edition).lean<SectionRow>();
  const seen = new Set([...(section?.draft ?? []), ...(section?.settling ?? [])]);
  const dead = await store.imports
    .find({ edition, touchedAt: { $lt: new Date(Date.now() - DEAD_AFTER_MS) } })
    .lean<ImportRow[]>();
  for (const { _id: batch } of dead) if (!seen.has(batch)) await discardImport(store, edition, batch);
}
