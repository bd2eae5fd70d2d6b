import { quoted } from '../quoted.ts';
import type { CopyFinder } from './copied-runs.ts';
import type { ProofFault } from './proof-fault.ts';

/** A file of the project, as it stands. */
export interface ProjectText {
  /** Its path from the project's folder. */
  readonly path: string;
  readonly text: string;
}

/** No file of the project holds a passage of a document: data, code, comments, tests and manuals alike. */
export function checkOwnWords(files: readonly ProjectText[], copies: CopyFinder): ProofFault[] {
  return files.flatMap(({ path, text }) =>
    copies.find(text).map(({ start, words }) => ({
      check: 'OWN_WORDS' as const,
      at: `${path}:${text.slice(0, start).split('\n').length}`,
      fault: `repeats a document word for word: ${quoted(words)}`,
    })),
  );
}
