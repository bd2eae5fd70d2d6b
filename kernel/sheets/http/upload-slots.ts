import { CodedError } from '../../errors.ts';

/** How many uploads may be under way at once: each takes memory, a file on the disk, and a share of the processor. */
export interface UploadSlots {
  /** Runs `work` in a slot. @throws CodedError UPLOAD_BUSY where none is free. */
  use<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function uploadSlots(most: number): UploadSlots {
  let taken = 0;
  return {
    async use(work) {
      if (taken >= most)
        throw new CodedError(
          'UPLOAD_BUSY',
          'Other files are being imported: send this one again in a minute.',
        );
      taken += 1;
      try {
        return await work();
      } finally {
        taken -= 1;
      }
    },
  };
}
