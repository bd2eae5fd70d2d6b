import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { Catalogue } from '../../data-files/read-sector-data.ts';
import { CodedError } from '../../errors.ts';
import { graphqlErrorBody } from '../../http/error-reply.ts';
import { identifyCaller, identityOf } from '../../http/identify-caller.ts';
import type { Authenticator } from '../../identity/authenticator.ts';
import { stageImport } from '../../reporting/stage-import.ts';
import type { Sector } from '../../sectors.ts';
import type { SectorStore } from '../../store/sector-store.ts';
import { delimiters } from '../csv/csv-head.ts';
import { importFile, type FileImportOutcome } from '../import-file.ts';
import type { ImportLimits } from '../import-limits.ts';
import { numberFormats } from '../number-format.ts';
import { checkUpload } from './check-upload.ts';
import { receiveFile } from './receive-file.ts';
import { callerSignal, uploadScope } from './upload-scope.ts';
import { type UploadSlots, uploadSlots } from './upload-slots.ts';
import { uploadType } from './upload-type.ts';

export interface ImportRouteOptions {
  readonly sector: Sector;
  readonly catalogue: Catalogue;
  readonly store: SectorStore;
  readonly authenticator: Authenticator;
  readonly limits: ImportLimits;
  /** How long one import may take, from its first byte to its answer. */
  readonly timeoutMs: number;
}

/** How many files a subgraph imports at once. */
const SLOTS = 2;

const querystring = z.strictObject({
  numbers: z.enum(numberFormats, { error: 'numbers must be vi or international' }).optional(),
  delimiter: z.enum(delimiters, { error: 'delimiter must be a comma or a semicolon' }).optional(),
  dryRun: z.enum(['true', 'false'], { error: 'dryRun must be true or false' }).optional(),
});

/** POST /import/2022-09: a file of figures into the draft of that edition; what `npm run import` does, over HTTP. */
export function importRoute(app: FastifyInstance, options: ImportRouteOptions): void {
  const { sector, authenticator, limits } = options;
  const slots = uploadSlots(SLOTS);
  uploadScope(app, (scope) => {
    scope.post<{ Params: { edition: string } }>('/import/:edition', {
      config: { isUpload: true },
      onRequest: [identifyCaller(authenticator), async (request) => checkUpload(request, sector, limits)],
      handler: async (request, reply) => {
        const outcome = await runImport(
          request,
          request.params.edition,
          options,
          slots,
          callerSignal(reply, options.timeoutMs),
        );
        if (outcome.kind !== 'INVALID') return { data: outcome };
        const { total, faults, edition } = outcome;
        const message = `The file has ${total} ${total === 1 ? 'fault' : 'faults'}; nothing of it was taken.`;
        return reply.code(422).send(graphqlErrorBody('IMPORT_INVALID', message, { edition, total, faults }));
      },
    });
  });
}

async function runImport(
  request: FastifyRequest,
  edition: string,
  { sector, catalogue, store, limits }: ImportRouteOptions,
  slots: UploadSlots,
  signal: AbortSignal,
): Promise<FileImportOutcome> {
  const asked = querystring.safeParse(request.query);
  if (!asked.success)
    throw new CodedError('INVALID_ARGUMENT', asked.error.issues.map(({ message }) => message).join('; '));
  const { numbers = null, delimiter = null, dryRun } = asked.data;
  const identity = identityOf(request);
  const by = identity.kind === 'PERSON' ? identity.subject : '';
  try {
    return await slots.use(() =>
      receiveFile(request.body as Readable, limits, signal, (path) =>
        importFile({
          path,
          sector,
          catalogue,
          edition,
          numbers,
          delimiter,
          expected: uploadType(request.headers['content-type']),
          limits,
          target: dryRun === 'true' ? null : { store, by, stage: stageImport },
          signal,
        }),
      ),
    );
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoError || error instanceof mongoose.Error) {
      request.log.error({ err: error }, 'an import failed');
      throw new CodedError(
        'DATABASE_UNAVAILABLE',
        "The sector's database does not answer: send the file again.",
      );
    }
    throw error;
  }
}
