import { GraphQLError } from 'graphql';
import { CodedError, type ErrorCode, errorCatalogue } from '../kernel/errors.ts';
import type { Sector } from '../kernel/sectors.ts';
import type { Path } from './check-answer.ts';
import { clipToNull, comparePositions } from './client-path.ts';

/** Why a field is null through no fault of what was asked. The first that there is one of is told. */
const lossCodes = [
  'UNAUTHENTICATED',
  'SUBGRAPH_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;
export type LossCode = (typeof lossCodes)[number];

/** What became of a change that was asked for and not answered. */
export type ChangeOutcome = 'NOT_DONE' | 'UNKNOWN';
type Details = Readonly<Record<string, unknown>>;

/** What the sectors' faults cost one request, gathered over all its fetches. */
export interface RequestFaults {
  /** `sector` could not answer the field at `path`, or one beneath which the data is null. */
  lost(sector: Sector, path: Path, code?: LossCode): void;
  /** `sector` did not answer the change that was asked for at `path`. */
  changeLost(sector: Sector, path: Path, code: LossCode, outcome: ChangeOutcome): void;
  /** A subgraph that works refused what the caller asked for at `path`. */
  refused(sector: Sector, path: Path, code: ErrorCode, message: string, details?: Details): void;
  /** The errors of the answer whose data is `data`, in its order. */
  errors(data: unknown): readonly GraphQLError[];
}

interface Fault<Code extends ErrorCode> {
  readonly sector: Sector;
  readonly path: Path;
  readonly code: Code;
  readonly message: string;
  readonly details: Details;
}

/**
 * One error for a sector that is lost, at the first field it leaves null, however many fetches, aliases and fields it is
 * lost for: they all have the same cause. Refusals are as many as there are, for each has its own; so are lost changes, for
 * of each somebody has to find out whether it was made.
 */
export function createRequestFaults(): RequestFaults {
  const losses = new Map<Sector, Fault<LossCode>[]>();
  const lostChanges: Fault<LossCode>[] = [];
  const refusals = new Map<string, Fault<ErrorCode>>();
  return {
    lost(sector, path, code = 'SUBGRAPH_UNAVAILABLE') {
      const fault = { sector, path, code, message: lossMessage(sector, code), details: {} };
      const before = losses.get(sector);
      if (before === undefined) losses.set(sector, [fault]);
      else before.push(fault);
    },
    changeLost(sector, path, code, outcome) {
      const message = `${lossMessage(sector, code)} ${outcomeMessages[outcome]}`;
      lostChanges.push({ sector, path, code, message, details: { outcome } });
    },
    refused(sector, path, code, message, details = {}) {
      // Arguments that several subgraphs get are refused by each in the same words.
      refusals.set(JSON.stringify([path, code, message]), { sector, path, code, message, details });
    },
    errors(data) {
      const byPlace = (a: Fault<ErrorCode>, b: Fault<ErrorCode>) => comparePositions(data, a.path, b.path);
      const firsts = [...losses.values()].flatMap((faults) => {
        const [worst] = lossCodes.filter((code) => faults.some((fault) => fault.code === code));
        const same = faults.filter(({ code }) => code === worst);
        const [first] = same.map((fault) => ({ ...fault, path: clipToNull(data, fault.path) })).sort(byPlace);
        return first ?? [];
      });
      const changes = lostChanges.map((fault) => ({ ...fault, path: clipToNull(data, fault.path) }));
      return [...firsts, ...changes, ...refusals.values()].sort(byPlace).map(asError);
    },
  };
}

/** With an error of the catalogue within, by which it is known that its details are meant for the caller. */
function asError({ sector, path, code, message, details }: Fault<ErrorCode>): GraphQLError {
  const originalError = new CodedError(code, message, { sector: sector.code, ...details });
  return new GraphQLError(message, { path, originalError });
}

const outcomeMessages: Readonly<Record<ChangeOutcome, string>> = {
  NOT_DONE: 'Nothing was changed.',
  UNKNOWN: 'Whether the change was made is unknown: look before you repeat it.',
};

function lossMessage({ name }: Sector, code: LossCode): string {
  const sector = `The sector "${name.en}" (${name.vi})`;
  switch (code) {
    case 'UNAUTHENTICATED':
      return `${sector} does not accept the token of the request, or needs one.`;
    case 'INTERNAL_SERVER_ERROR':
      return `${sector} failed at this field. ${errorCatalogue[code].remedy}`;
    default:
      return `${sector} is unavailable. ${errorCatalogue[code].remedy}`;
  }
}
