import type { FastifyRequest } from 'fastify';
import { CodedError } from '../../errors.ts';
import { identityOf } from '../../http/identify-caller.ts';
import { mayEdit } from '../../identity/identity.ts';
import type { Sector } from '../../sectors.ts';
import { beyondLimit, type ImportLimits } from '../import-limits.ts';
import { uploadType, uploadTypes } from './upload-type.ts';

/**
 * What can be said of an upload by its head alone, before any of it is read: who sends it, what it is, how long it says
 * that it is. The gateway asks this first, and the subgraph again, because it can be reached alone.
 */
export function checkUpload(request: FastifyRequest, sector: Sector, limits: ImportLimits): void {
  const identity = identityOf(request);
  if (identity.kind === 'ANONYMOUS')
    throw new CodedError(
      'UNAUTHENTICATED',
      'An import needs a token: send one as "Authorization: Bearer <token>".',
    );
  if (!mayEdit(identity, sector.code))
    throw new CodedError('FORBIDDEN', `Only an editor of ${sector.folder} may import its figures.`);
  if (uploadType(request.headers['content-type']) === null)
    throw new CodedError('UPLOAD_TYPE_UNKNOWN', `The content type of an import must be ${uploadTypes}.`);
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) throw beyondLimit('bytes', limits);
}
