import { Transform } from 'node:stream';
import { beyondLimit, type ImportLimits } from '../import-limits.ts';

/** Lets bytes through until there are too many: then the stream fails (UPLOAD_TOO_LARGE). */
export function countBytes(limits: ImportLimits): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limits.bytes) done(beyondLimit('bytes', limits));
      else done(null, chunk);
    },
  });
}
