import { CodedError } from '../../kernel/errors.ts';
import { isPortFree } from '../../kernel/free-port.ts';
import { portHolder } from './port-holder.ts';
import type { PlannedProcess } from './process-plan.ts';

/** Throws PORT_TAKEN, in one sentence with what to do, unless every process can listen on its port of `host`. */
export async function checkPorts(
  plan: readonly Pick<PlannedProcess, 'name' | 'port' | 'portSetting'>[],
  host: string,
): Promise<void> {
  const free = await Promise.all(plan.map(({ port }) => isPortFree(port, host)));
  const taken = plan.filter((_, index) => free[index] === false);
  const [first, ...more] = taken;
  if (first === undefined) return;
  const by = await portHolder(first.port);
  const holder = by === null ? 'another program' : by;
  throw new CodedError(
    'PORT_TAKEN',
    more.length === 0
      ? `Port ${first.port}, for ${first.name}, is taken by ${holder}: end that program, or set ${first.portSetting} to a free port.`
      : `Ports ${taken.map(({ port, portSetting }) => `${port} (${portSetting})`).join(', ')} are taken, the first by ${holder}: end what listens there, or set these to free ports.`,
    { ports: taken.map(({ port }) => port) },
  );
}
