import type { DocumentTexts } from '../document-text.ts';
import type { Loaders } from './loaders.ts';

/** What a request carries through the resolvers: who asks, and the loaders that batch its look-ups. Built in one place. */
export interface RequestContext {
  readonly requestId: string;
  readonly loaders: Loaders;
  readonly texts: DocumentTexts;
}
