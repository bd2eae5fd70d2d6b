import { pipeline, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Agent, request as send, type Dispatcher } from 'undici';
import { CodedError } from '../kernel/errors.ts';
import { identifyCaller } from '../kernel/http/identify-caller.ts';
import { requestIdHeader } from '../kernel/http/request-id.ts';
import type { Authenticator } from '../kernel/identity/authenticator.ts';
import { quoted } from '../kernel/quoted.ts';
import type { Sector } from '../kernel/sectors.ts';
import { checkUpload } from '../kernel/sheets/http/check-upload.ts';
import { countBytes } from '../kernel/sheets/http/count-bytes.ts';
import { callerSignal, uploadScope } from '../kernel/sheets/http/upload-scope.ts';
import { uploadSlots } from '../kernel/sheets/http/upload-slots.ts';
import type { ImportLimits } from '../kernel/sheets/import-limits.ts';

export interface ImportProxyOptions {
  readonly sectors: readonly Sector[];
  /** Where a sector's subgraph is: http://127.0.0.1:4002/graphql. */
  readonly address: (sector: Sector) => string;
  readonly authenticator: Authenticator;
  readonly limits: ImportLimits;
  readonly timeoutMs: number;
}

/** How many uploads pass at once, of all sectors together: only bytes go through here, so more than a subgraph takes. */
const SLOTS = 8;
/** Two hundred faults in two languages are a tenth of it. */
const ANSWER_LIMIT = 2_000_000;

/**
 * POST /import/telecom/2022-09: the same as at the sector's subgraph, to which the file is sent on as it comes, none of it
 * kept. Who may not, and what is too much by its own word, is refused here.
 */
export function importProxy(app: FastifyInstance, options: ImportProxyOptions): { close(): Promise<void> } {
  const agent = new Agent({ connections: SLOTS, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  const slots = uploadSlots(SLOTS);
  uploadScope(app, (scope) => {
    scope.post<{ Params: { sector: string; edition: string } }>('/import/:sector/:edition', {
      config: { isUpload: true },
      onRequest: [
        identifyCaller(options.authenticator),
        async (request) => checkUpload(request, sectorOf(request.params.sector, options), options.limits),
      ],
      handler: (request, reply) =>
        slots.use(() =>
          passOn(
            request,
            reply,
            sectorOf(request.params.sector, options),
            request.params.edition,
            options,
            agent,
          ),
        ),
    });
  });
  return { close: () => agent.destroy() };
}

function sectorOf(folder: string, { sectors }: ImportProxyOptions): Sector {
  const found = sectors.find((sector) => sector.folder === folder);
  if (found === undefined)
    throw new CodedError(
      'INVALID_ARGUMENT',
      `There is no sector ${quoted(folder)}; there are ${sectors.map((sector) => sector.folder).join(', ')}.`,
    );
  return found;
}

async function passOn(
  request: FastifyRequest,
  reply: FastifyReply,
  sector: Sector,
  edition: string,
  { address, limits, timeoutMs }: ImportProxyOptions,
  agent: Agent,
): Promise<FastifyReply> {
  const url = new URL(`/import/${encodeURIComponent(edition)}`, address(sector));
  url.search = request.url.split('?')[1] ?? '';
  const signal = callerSignal(reply, timeoutMs);
  // The limit's error, where the body breaks it: undici only says that the body failed.
  const broken: { by: Error | null } = { by: null };
  const body = pipeline(request.body as Readable, countBytes(limits), (error) => {
    if (error instanceof CodedError) broken.by = error;
  });
  try {
    const answer = await send(url, {
      method: 'POST',
      headers: headersOf(request),
      body,
      signal,
      dispatcher: agent,
    });
    const text = await readAnswer(answer);
    const retry = answer.headers['retry-after'];
    if (typeof retry === 'string') void reply.header('retry-after', retry);
    return await reply.code(answer.statusCode).type('application/json; charset=utf-8').send(text);
  } catch (error) {
    if (broken.by !== null) throw broken.by;
    if (signal.aborted && reply.raw.destroyed) throw error;
    request.log.warn({ err: error, sector: sector.code }, 'an import could not be passed on');
    throw new CodedError(
      'SUBGRAPH_UNAVAILABLE',
      `The sector "${sector.name.en}" (${sector.name.vi}) cannot be reached: send the file again later. A repeat takes no figure twice.`,
      { sector: sector.code },
    );
  } finally {
    body.destroy();
  }
}

function headersOf({ headers, id }: FastifyRequest): Record<string, string> {
  const kept = ['authorization', 'content-type', 'content-length'] as const;
  return {
    [requestIdHeader]: id,
    ...Object.fromEntries(
      kept.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
    ),
  };
}

async function readAnswer({ body }: Dispatcher.ResponseData): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ANSWER_LIMIT) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
