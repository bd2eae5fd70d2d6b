/**
 * npm run data:check — proves every record of every team against the texts of the documents, and that no
 * number of theirs was passed over. Exits 1 on any fault. On a machine without the texts it proves what it
 * can, says in its last lines what it could not, and exits 0; with --require-texts, or in CI, that is a
 * failure. --json prints the report for programs.
 */
import { readEnvironment } from '../kernel/environment.ts';
import { printReport } from '../kernel/proof/print-report.ts';
import { proofFails } from '../kernel/proof/proof-fails.ts';
import { codeFault, prove, type ProofReport } from '../kernel/proof/prove.ts';
import { readToProve } from '../kernel/proof/read-to-prove.ts';
import { documents } from '../kernel/registers/documents.ts';

const known = ['--json', '--require-texts'];
const options = process.argv.slice(2);
const unknown = options.filter((option) => !known.includes(option));
if (unknown.length > 0) {
  console.error(`npm run data:check takes ${known.join(' and ')}, but got: ${unknown.join(' ')}`);
  process.exit(2);
}

const environment = readEnvironment();
const { toProve, faults } = readToProve(environment);
const report: ProofReport =
  faults.list.length === 0
    ? prove(toProve)
    : {
        faults: faults.list.map(codeFault),
        records: {},
        coverage: [],
        missingTexts: documents.map(({ id }) => id).filter((id) => toProve.linesOf(id) === null),
      };

const needsTexts = options.includes('--require-texts') || environment.ci;
const failed = proofFails(report, needsTexts);
if (options.includes('--json')) console.log(JSON.stringify({ ok: !failed, ...report }, null, 2));
else for (const line of printReport(report)) console.log(line);
process.exitCode = failed ? 1 : 0;
