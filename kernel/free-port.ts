import { createServer } from 'node:net';

/** Whether this process could listen on `port` of `host` now. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  return (await tryPort(port, host)) !== null;
}

/** `preferred` where it is free on `host`, else one that the system picks. */
export async function freePort(preferred: number | null, host: string): Promise<number> {
  const kept = preferred === null ? null : await tryPort(preferred, host);
  const port = kept ?? (await tryPort(0, host));
  if (port === null) throw new Error(`no port of ${host} can be listened on`);
  return port;
}

async function tryPort(port: number, host: string): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
