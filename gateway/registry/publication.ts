import { createHash } from 'node:crypto';
import { Schema } from 'mongoose';

/** A subgraph's SDL as it was published. */
export interface PublishedSubgraph {
  readonly folder: string;
  readonly sdl: string;
  /** SHA-256, in hexadecimal digits. */
  readonly digest: string;
  /** The publication that brought it. */
  readonly since: number;
}

/**
 * One state of the graph, whole: what every subgraph runs and the supergraph that they were accepted with. Publications are
 * only ever added, numbered without a gap.
 */
export interface Publication {
  readonly _id: number;
  readonly subgraphs: readonly PublishedSubgraph[];
  /** The folders whose SDL it brought. */
  readonly changed: readonly string[];
  readonly supergraph: string;
  /** SHA-256 of the supergraph, in hexadecimal digits. */
  readonly digest: string;
  readonly by: string;
  readonly at: Date;
}

const text = { type: String, required: true };

export const publicationSchema = new Schema<Publication>(
  {
    _id: { type: Number, required: true },
    subgraphs: [
      { _id: false, folder: text, sdl: text, digest: text, since: { type: Number, required: true } },
    ],
    changed: [text],
    supergraph: text,
    digest: text,
    by: text,
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'publications', strict: 'throw' },
);

export function digestOf(sdl: string): string {
  return createHash('sha256').update(sdl).digest('hex');
}
