import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written by npm run compose. */
export const supergraphFile = join(import.meta.dirname, 'supergraph.graphql');

export function readSupergraph(): string {
  return readFileSync(supergraphFile, 'utf8');
}
