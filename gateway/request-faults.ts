import { GraphQLError } from 'graphql';
import { type ErrorCode, errorCatalogue } from '../kernel/errors.ts';
import type { Sector } from '../kernel/sectors.ts';
import type { Path } from './check-answer.ts';
import { clipToNull, comparePositions } from './client-path.ts';

/** Why a field is null through no fault of the caller's. The first that there is one of is told. */
const lossCodes = ['SUBGRAPH_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'] as const;
export type LossCode = (typeof lossCodes)[number];

/** What the sectors' faults cost one request, gathered over all its fetches. */
export interface RequestFaults {
  /** `sector` could not answer the field at `path`, or one beneath which the data is null. */
  lost(sector: Sector, path: Path, code?: LossCode): void;
  /** A subgraph that works refused what the caller asked for at `path`. */
  refused(sector: Sector, path: Path, code: ErrorCode, message: string): void;
  /** The errors of the answer whose data is `data`, in its order. */
  errors(data: unknown): readonly GraphQLError[];
}

interface Fault<Code extends ErrorCode> {
  readonly sector: Sector;
  readonly path: Path;
  readonly code: Code;
  readonly message: string;
}

/**
 * One error for a sector that is lost, at the first field it leaves null, however many fetches, aliases and fields it is
 * lost for: they all have the same cause. Refusals are as many as there are, for each has its own.
 */
export function createRequestFaults(): RequestFaults {
  const losses = new Map<Sector, Fault<LossCode>[]>();
  const refusals = new Map<string, Fault<ErrorCode>>();
  return {
    lost(sector, path, code = 'SUBGRAPH_UNAVAILABLE') {
      const fault = { sector, path, code, message: lossMessage(sector, code) };
      const before = losses.get(sector);
      if (before === undefined) losses.set(sector, [fault]);
      else before.push(fault);
    },
    refused(sector, path, code, message) {
      // Arguments that several subgraphs get are refused by each in the same words.
      refusals.set(JSON.stringify([path, code, message]), { sector, path, code, message });
    },
    errors(data) {
      const byPlace = (a: Fault<ErrorCode>, b: Fault<ErrorCode>) => comparePositions(data, a.path, b.path);
      const firsts = [...losses.values()].flatMap((faults) => {
        const [worst] = lossCodes.filter((code) => faults.some((fault) => fault.code === code));
        const same = faults.filter(({ code }) => code === worst);
        const [first] = same.map((fault) => ({ ...fault, path: clipToNull(data, fault.path) })).sort(byPlace);
        return first ?? [];
      });
      return [...firsts, ...refusals.values()]
        .sort(byPlace)
        .map(
          ({ sector, path, code, message }) =>
            new GraphQLError(message, { path, extensions: { code, sector: sector.code } }),
        );
    },
  };
}

function lossMessage({ name }: Sector, code: LossCode): string {
  const sector = `The sector "${name.en}" (${name.vi})`;
  return code === 'INTERNAL_SERVER_ERROR'
    ? `${sector} failed at this field. ${errorCatalogue[code].remedy}`
    : `${sector} is unavailable. ${errorCatalogue[code].remedy}`;
}
