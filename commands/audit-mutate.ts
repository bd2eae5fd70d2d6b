/**
 * npm run audit:mutate [-- --write] — the mutation test of the auditor: changes each digit of each figure and of each stated change in a
 * copy of the data, audits the copy, and prints how many of the changes it notices, with the reasons for the others. --write puts
 * the report into docs/auditor.md. Exits 2 where the command is not understood.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { readSectors } from '../kernel/sectors.ts';
import { auditorPage, withReport } from './mutations/auditor-page.ts';
import { measureMutations } from './mutations/measure.ts';
import { mutationReport } from './mutations/mutation-report.ts';

try {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const report = mutationReport(measureMutations(readSectors()));
  if (values.write) {
    const page = withReport(readFileSync(auditorPage, 'utf8'), report);
    writeFileSync(auditorPage, await format(page, { parser: 'markdown', printWidth: 110 }));
  }
  console.log(report);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(`audit:mutate: ${error.message}`);
  process.exitCode = 2;
}
