/**
 * npm run schema:check -- telecom — what a release of that subgraph would do to the graph: whether it composes with what the
 * others run, what changes for callers, and which stored operations would break. Changes nothing. Exit code 0 where it may
 * be published, 1 where not, 2 where that could not be found out.
 *   --sdl FILE        its SDL, in place of the folder's in hand; several folders, or --all, are checked together
 *   --against PLACE   what the others run: `registry`, a folder of <subgraph>.graphql, or a supergraph's file
 *   --allow-breaking  breaking changes are told and no reason against it
 *   --json            for programs
 */
import { join } from 'node:path';
import { checkSchema, reasonsAgainst } from '../gateway/schema-check/check-schema.ts';
import { readKnownOperations } from '../gateway/warm-plans.ts';
import { readEnvironment } from '../kernel/environment.ts';
import { readSectors } from '../kernel/sectors.ts';
import { readSchemaArguments } from './schema/arguments.ts';
import { checkReport } from './schema/check-report.ts';
import { runCommand } from './schema/run-command.ts';
import { whatOthersRun } from './schema/what-others-run.ts';

await runCommand(async () => {
  const sectors = readSectors();
  const asked = readSchemaArguments(process.argv.slice(2), sectors);
  const environment = readEnvironment();
  const inForce = await whatOthersRun(asked.against, environment, sectors);
  const operations = readKnownOperations(join(environment.projectDir, 'operations'));
  const check = await checkSchema({ changed: asked.changed, ...inForce, sectors, operations });
  const reasons = reasonsAgainst(check, asked.allowBreaking);
  const { supergraph: _, ...found } = check;
  console.log(
    asked.json
      ? JSON.stringify({ against: inForce.where, ...found, reasons }, null, 2)
      : checkReport(check, inForce.where, reasons),
  );
  return reasons.length === 0 ? 0 : 1;
});
