import type { CitationResolvers } from '../../../generated/kernel.ts';
import { findDocument } from '../../registers/documents.ts';

export const citationResolvers: CitationResolvers = {
  document: ({ document }) => {
    const found = findDocument(document);
    if (found === undefined) throw new Error(`the register has no document ${document}`);
    return found;
  },
  asPrinted: ({ printed }) => printed,
  sentence: (place, _, { texts }) => texts.sentence(place),
  context: (place) => ('context' in place ? place.context : []),
};
