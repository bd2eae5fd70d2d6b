import { createReadStream, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { getDistDirectory, renderAltair, renderInitSnippet, type RenderOptions } from 'altair-static';
import type { FastifyInstance } from 'fastify';

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Nothing but this server: no scripts, styles, pictures, frames or requests of other origins. Styles may stand in the
 * page, as the component library of the explorer writes them there.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const commonOptions: RenderOptions = {
  baseURL: '/explorer/',
  endpointURL: '/graphql',
  serveInitialOptionsInSeperateRequest: 'initial-options.js',
  disableAccount: true,
  initialSettings: {
    disablePushNotification: true,
    'alert.disableUpdateNotification': true,
    'banners.disable': true,
    'plugin.list': [],
  },
};

/**
 * Altair at /explorer, from our own files, for networks without the outside. Its folder is listed once and files are
 * looked up in that list, so that no address of a request ever becomes a path.
 * @param firstQuery stands in the editor when the page is first opened.
 */
export function explorerRoutes(app: FastifyInstance, firstQuery: string): void {
  const renderOptions = { ...commonOptions, initialQuery: firstQuery };
  const files = servedFiles(getDistDirectory());
  const page = renderAltair(renderOptions);
  const initialOptions = renderInitSnippet(renderOptions);

  app.get('/explorer', (_request, reply) => reply.redirect('/explorer/'));
  app.get('/explorer/*', (request, reply) => {
    void reply
      .header('content-security-policy', contentSecurityPolicy)
      .header('referrer-policy', 'no-referrer');
    const name = (request.params as { '*': string })['*'];
    if (name === '') return reply.type('text/html; charset=utf-8').send(page);
    if (name === 'initial-options.js')
      return reply.type('text/javascript; charset=utf-8').send(initialOptions);
    const path = files.get(name);
    if (path !== undefined) return reply.type(mimeTypes[extname(name)] ?? '').send(createReadStream(path));
    reply.callNotFound();
    return reply;
  });
}

/** By the name under /explorer/, all files of `folder` whose kind is known. */
function servedFiles(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => extname(path) in mimeTypes)
      .map((path) => [path.split(sep).join('/'), join(folder, path)]),
  );
}
