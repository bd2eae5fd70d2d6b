/**
 * npm start — finds or starts MongoDB, then runs the subgraphs and the gateway as processes of their own, each started again should it
 * die. Ctrl-C stops the gateway first, then the subgraphs, then MongoDB. What is wrong is told in one sentence, exit code 1.
 */
import { relative } from 'node:path';
import { type Environment, readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { refuseHeldFolder } from '../kernel/mongodb/data-folder.ts';
import { type MongoDeployment, openMongoDeployment } from '../kernel/mongodb/deployment.ts';
import { isBuilt } from '../kernel/script.ts';
import { onStopSignals } from '../kernel/stop-signals.ts';
import { checkPorts } from './start/check-ports.ts';
import { copiedScriptArguments, makeCompiledCopy } from './start/compiled-copy.ts';
import { prepareLogFile } from './start/log-files.ts';
import { needsMongodb, type PlannedProcess, planProcesses } from './start/process-plan.ts';
import { type SupervisedProcess, supervise } from './start/supervise.ts';
import { welcome } from './start/welcome.ts';

const began = Date.now();
const secondsSoFar = () => ((Date.now() - began) / 1000).toFixed(1);
const say = (message: string) => console.log(message);
// A terminal that is closed must not end this process before its children.
process.stdout.on('error', () => {});

const running: {
  gateway: SupervisedProcess[];
  subgraphs: SupervisedProcess[];
  mongodb: MongoDeployment | null;
} = {
  gateway: [],
  subgraphs: [],
  mongodb: null,
};

try {
  const environment = readEnvironment();
  onStopSignals({
    first: (reason) => void stopAll(environment, reason).then(() => process.exit(0)),
    second: () => process.exit(1),
    withParent: environment.startedByNpm,
  });
  await start(environment);
} catch (error) {
  console.error(error instanceof CodedError ? error.message : error);
  process.exit(1);
}

async function start(environment: Environment): Promise<void> {
  const plan = planProcesses(environment);
  // Before the ports, all of which another npm start has taken too: the folder is the better explanation.
  if (needsMongodb(environment)) await refuseHeldFolder(environment.dataDir);
  await checkPorts(plan, environment.host);
  const [compiled] = await Promise.all([
    isBuilt ? null : makeCompiledCopy(environment.projectDir),
    openMongodb(environment),
  ]);

  say(`Starting ${plan.length} processes; logs in ${relative(process.cwd(), environment.dataDir)}/logs`);
  const outcomes = await Promise.all(plan.map((planned) => startOne(planned, environment, compiled)));
  const gateway = plan.find(({ kind }) => kind === 'GATEWAY');
  if (gateway !== undefined && outcomes[plan.indexOf(gateway)] === true)
    say(welcome(gateway.origin, secondsSoFar()));
}

async function openMongodb(environment: Environment): Promise<void> {
  if (needsMongodb(environment) || environment.mongodbUri !== null)
    running.mongodb = await openMongoDeployment({ environment, dataDir: environment.dataDir, log: say });
}

/** Whether it became ready at once; what did not is tried again all the same, as the others can do without it. */
async function startOne(
  planned: PlannedProcess,
  environment: Environment,
  compiled: string | null,
): Promise<boolean> {
  const supervised = supervise({
    name: planned.name,
    arguments: copiedScriptArguments(compiled, planned.script),
    environment: planned.environment(running.mongodb?.uri ?? null),
    workingDir: environment.projectDir,
    logFile: await prepareLogFile(environment.dataDir, planned.name),
    readyUrl: `${planned.origin}/health/ready`,
    say,
  });
  (planned.kind === 'GATEWAY' ? running.gateway : running.subgraphs).push(supervised);
  const outcome = await supervised.firstStart;
  if (outcome.ready)
    say(`  ${planned.name.padEnd(15)} ${planned.origin}/graphql  ready after ${secondsSoFar()} s`);
  return outcome.ready;
}

/** In the order in which they lean on each other, all within the grace time. */
async function stopAll(environment: Environment, reason: string): Promise<void> {
  say(`\nStopping (${reason}) …`);
  const half = environment.shutdownGraceMs / 2;
  await Promise.all(running.gateway.map((one) => one.stop(half)));
  await Promise.all(running.subgraphs.map((one) => one.stop(half)));
  await running.mongodb?.stop();
  say('Stopped.');
}
