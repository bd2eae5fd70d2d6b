/**
 * npm run bench — the whole briefing through the real processes: what it costs MongoDB, how large it is, its time beside
 * plain @apollo/gateway on the same subgraphs, what judging every change and making every check adds to it, and how it grows from ten
 * thousand observations to a million. Figures are printed and judge nothing: machines differ, ratios less.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../kernel/environment.ts';
import { openMongoDeployment } from '../kernel/mongodb/deployment.ts';
import { readSectors } from '../kernel/sectors.ts';
import { askGraph, startWholeSystem } from '../tests/support/whole-system.ts';
import { countCommands } from './count-commands.ts';
import { auditCost } from './audit-cost.ts';
import { growthRatio } from './growth.ts';
import { timePairs } from './median.ts';

const RUNS = 60;
const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'operations/briefing-page.graphql'), 'utf8');
const variables = { period: '2020-07' };

const environment = { ...readEnvironment(), mongodbUri: null };
const mongodb = await openMongoDeployment({ environment, dataDir: null, log: console.log });
const system = await startWholeSystem(mongodb.uri, undefined, { LOG_LEVEL: 'warn' });
const urls = Object.fromEntries(
  [...system.subgraphs].map(([folder, { origin }]) => [folder, `${origin}/graphql`]),
);
const plain = fork(join(import.meta.dirname, 'plain-gateway.ts'), [JSON.stringify(urls)], {
  execArgv: ['--import', 'tsx'],
});
try {
  const [plainUrl] = (await once(plain, 'message')) as [string];
  const plainOrigin = plainUrl.replace(/\/$/u, '');
  const ours = () => askGraph(system.gateway.origin, page, variables);
  const theirs = () =>
    fetch(plainOrigin, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: page, variables }),
    }).then((response) => response.text());

  const { text, body } = await ours();
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors[0]));
  if (JSON.stringify(JSON.parse(await theirs())) !== JSON.stringify(body))
    throw new Error('the two gateways answer different things');

  console.log(
    `\nThe whole briefing of ${variables.period}: ${(Buffer.byteLength(text) / 1024).toFixed(0)} KiB of JSON`,
  );
  const commands = await countCommands(mongodb.uri, readSectors(), ours);
  for (const [folder, counts] of commands)
    console.log(
      `  ${folder.padEnd(15)} ${Object.entries(counts)
        .map(([collection, count]) => `${collection} ${count}`)
        .join(', ')}`,
    );
  for (let warm = 0; warm < 10; warm += 1) await Promise.all([ours(), theirs()]);
  const one = await timePairs(ours, theirs, RUNS);
  console.log(
    `One at a time: ${one.a.toFixed(1)} ms, plain gateway ${one.b.toFixed(1)} ms, ratio ${one.ratio.toFixed(2)}`,
  );
  const eight = (ask: () => Promise<unknown>) => () => Promise.all(Array.from({ length: 8 }, ask));
  const many = await timePairs(eight(ours), eight(theirs), RUNS / 4);
  console.log(
    `Eight at once: ${many.a.toFixed(1)} ms, plain gateway ${many.b.toFixed(1)} ms, ratio ${many.ratio.toFixed(2)}`,
  );
  await auditCost(mongodb.uri, system.gateway.origin, variables.period);
  await growthRatio(mongodb.uri, readSectors(), system.gateway.origin, variables.period);
} finally {
  plain.kill();
  await system.stop();
  await mongodb.stop();
}
