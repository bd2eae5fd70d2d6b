import { CodedError } from '../errors.ts';

/** What is wrong with one of the records that were given. */
export interface RecordFault {
  /** Its place in the list that was given, from 0. */
  readonly index: number;
  readonly field: string;
  readonly message: string;
}

/** The most records that one call takes. */
export const MOST_RECORDS = 1000;
/** The most faults that an answer lists. */
const MOST_FAULTS = 100;

/** Collects what is wrong with records, so that all of it is told at once. */
export class RecordFaults {
  readonly #faults: RecordFault[] = [];

  add(index: number, field: string, message: string): void {
    this.#faults.push({ index, field, message });
  }

  /** What `read` gives; a coded error that it throws becomes a fault of the field. */
  read<T>(index: number, field: string, read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      this.add(index, field, error.message);
      return null;
    }
  }

  throwIfAny(): void {
    const [first] = this.#faults;
    if (first === undefined) return;
    const more = this.#faults.length - 1;
    throw new CodedError(
      'INVALID_RECORDS',
      `Nothing was saved. Record ${first.index + 1}, ${first.field}: ${first.message}${more > 0 ? ` (and ${more} more)` : ''}.`,
      { faultCount: this.#faults.length, faults: this.#faults.slice(0, MOST_FAULTS) },
    );
  }
}

/** Refuses (INVALID_ARGUMENT) an empty list, and one of more than 1000. */
export function refuseCount(count: number): void {
  if (count >= 1 && count <= MOST_RECORDS) return;
  throw new CodedError(
    'INVALID_ARGUMENT',
    `1 to ${MOST_RECORDS} records must be given at once, but got: ${count}. Larger numbers are imported from a file.`,
  );
}
