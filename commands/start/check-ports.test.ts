import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../kernel/free-port.ts';
import { checkPorts } from './check-ports.ts';
import { portHolder } from './port-holder.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function take(): Promise<number> {
  const port = await freePort(null, '127.0.0.1');
  const server = createServer().listen(port, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return port;
}
const telecom = (port: number) => ({ name: 'telecom', port, portSetting: 'TELECOM_PORT' });
const gateway = (port: number) => ({ name: 'gateway', port, portSetting: 'GATEWAY_PORT' });

describe('checkPorts', () => {
  test('says nothing where all are free', async () => {
    await checkPorts([telecom(await freePort(null, '127.0.0.1'))], '127.0.0.1');
  });

  test('says in one sentence which port, who has it where the system tells, and what to set', async () => {
    const port = await take();
    const holder = process.platform === 'linux' ? `.+ \\(process ${process.pid}\\)` : 'another program';
    await expect(
      checkPorts([telecom(port), gateway(await freePort(null, '127.0.0.1'))], '127.0.0.1'),
    ).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringMatching(
        new RegExp(
          `^Port ${port}, for telecom, is taken by ${holder}: end that program, or set TELECOM_PORT to a free port\\.$`,
          'u',
        ),
      ),
    });
  });

  test('names all of several', async () => {
    const [one, other] = [await take(), await take()];
    await expect(checkPorts([telecom(one), gateway(other)], '127.0.0.1')).rejects.toThrow(
      `Ports ${one} (TELECOM_PORT), ${other} (GATEWAY_PORT) are taken, the first by `,
    );
  });
});

test('a free port has no holder', async () => {
  expect(await portHolder(await freePort(null, '127.0.0.1'))).toBeNull();
});
