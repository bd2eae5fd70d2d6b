/**
 * npm run schema:publish -- telecom — publishes the SDL of that subgraph to the registry, from which gateways take the graph
 * without a restart: after schema:check's checks, and with what others publish in the same moment. Exit code 0 where it is in
 * the registry, 1 where it was refused, 2 where it could not be tried.
 *   --sdl FILE, --all, --allow-breaking, --json   as of schema:check
 *   --by NAME                                     who publishes, for the record; by default the user of this machine
 */
import { join } from 'node:path';
import { publishSchema } from '../gateway/registry/publish-schema.ts';
import { registryAddress } from '../gateway/registry/registry-address.ts';
import { openRegistry } from '../gateway/registry/registry.ts';
import { readKnownOperations } from '../gateway/warm-plans.ts';
import { readEnvironment } from '../kernel/environment.ts';
import { readSectors } from '../kernel/sectors.ts';
import { readSchemaArguments, UsageError } from './schema/arguments.ts';
import { checkReport } from './schema/check-report.ts';
import { runCommand } from './schema/run-command.ts';
import { sdlOfFolders } from './schema/what-others-run.ts';

await runCommand(async () => {
  const sectors = readSectors();
  const { changed, against, allowBreaking, json, by } = readSchemaArguments(process.argv.slice(2), sectors);
  if (against !== null)
    throw new UsageError('--against is of schema:check: what is published is held against the registry.');
  const environment = readEnvironment();
  const registry = await openRegistry(await registryAddress(environment));
  try {
    const outcome = await publishSchema({
      registry,
      changed,
      folders: sdlOfFolders(sectors),
      sectors,
      operations: readKnownOperations(join(environment.projectDir, 'operations')),
      allowBreaking,
      by,
    });
    if (json) console.log(JSON.stringify(withoutSupergraph(outcome), null, 2));
    else if (outcome.kind === 'REFUSED')
      console.log(`${checkReport(outcome.check, 'the registry', outcome.reasons)}\n${list(outcome.reasons)}`);
    else if (outcome.kind === 'UNCHANGED')
      console.log(`Publication ${outcome.version} of the registry is that already.`);
    else
      console.log(
        `${checkReport(outcome.check, 'the registry', [])}\nPublished as number ${outcome.version}.`,
      );
    return outcome.kind === 'REFUSED' ? 1 : 0;
  } finally {
    await registry.close();
  }
});

function list(reasons: readonly string[]): string {
  return reasons.map((reason) => `- ${reason.split('\n', 1)[0] ?? ''}`).join('\n');
}

function withoutSupergraph(outcome: Awaited<ReturnType<typeof publishSchema>>): object {
  if (!('check' in outcome)) return outcome;
  const { supergraph: _, ...check } = outcome.check;
  return { ...outcome, check };
}
