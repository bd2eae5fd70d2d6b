/**
 * npm run bench:kills — imports made-up figures and kills -9 the importing process, and mongod, at points spread over the
 * import: how many kills there were, and what was seen by half, lost, or there twice. Figures are printed and judge nothing;
 * tests/import-kills.system.test.ts does.
 */
import { killImports } from '../tests/support/import-kills.ts';

const started = performance.now();
const report = await killImports({ figures: 30_000, processKills: 10, databaseKills: 5 });
console.log(
  [
    `${report.figures} figures, ${report.processKills} kills of the import, ${report.databaseKills} of mongod`,
    `seen by half ${report.halfVisible}, lost ${report.lost}, doubled ${report.doubled}`,
    `${((performance.now() - started) / 1000).toFixed(0)} s`,
  ].join('\n'),
);
