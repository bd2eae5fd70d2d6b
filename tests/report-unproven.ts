import type { Reporter } from 'vitest/reporters';
import { documentTexts } from '../kernel/document-text.ts';
import { readEnvironment } from '../kernel/environment.ts';
import { unprovenLines } from '../kernel/proof/unproven-lines.ts';
import { documents } from '../kernel/registers/documents.ts';

/** The documents whose text is not on this machine. */
export function missingTexts(documentsDir: string | null): string[] {
  const texts = documentTexts(documentsDir);
  return documents.map(({ id }) => id).filter((id) => texts.lines(id) === null);
}

/** The last of vitest's reporters: a run without the texts says in its last lines what it could not prove. */
export default class ReportUnproven implements Reporter {
  onTestRunEnd(): void {
    for (const line of unprovenLines(missingTexts(readEnvironment().documentsDir))) console.log(line);
  }
}
