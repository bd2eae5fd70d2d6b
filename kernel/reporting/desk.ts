import type { Catalogue } from '../data-files/read-sector-data.ts';
import type { DocumentTexts } from '../document-text.ts';
import type { Sector } from '../sectors.ts';
import type { SectorStore } from '../store/sector-store.ts';
import type { SectionChange } from './section-change.ts';

/** What a team's changes are made in, and by whom. */
export interface Desk {
  readonly store: SectorStore;
  readonly sector: Sector;
  readonly catalogue: Catalogue;
  /** Search also finds records by the sentence they are cited from. */
  readonly texts: Pick<DocumentTexts, 'sentence'>;
  /** The subject of who asks. */
  readonly by: string;
}
export interface SaveRequest<Input> {
  readonly edition: string;
  /** The version that the save starts from. */
  readonly version: number;
  readonly given: readonly Input[];
}
/** A save, and the ids of the records that were given. */
export interface Saved extends SectionChange {
  readonly ids: readonly string[];
}
