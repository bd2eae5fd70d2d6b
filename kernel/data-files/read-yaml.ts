import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { CodedError } from '../errors.ts';

/** A record of a data file with the place it stands at, for messages: "…/observations.yml:12". */
export interface Placed<T> {
  readonly record: T;
  readonly at: string;
}

/** Collects everything that is wrong with a team's data, so that an author sees all of it at once. */
export class Faults {
  readonly list: string[] = [];

  add(at: string, fault: string): void {
    this.list.push(`${at}: ${fault}`);
  }

  /** Throws DATA_FILE_INVALID with every fault, or does nothing where there is none. */
  throwIfAny(): void {
    if (this.list.length === 0) return;
    throw new CodedError(
      'DATA_FILE_INVALID',
      `The data files have ${this.list.length} faults:\n${this.list.join('\n')}`,
    );
  }
}

const projectFolder = join(import.meta.dirname, '../..');

/** The list of records in a YAML file, each held to its format; empty where there is no such file. */
export function readRecords<T>(path: string, format: z.ZodType<T>, faults: Faults): readonly Placed<T>[] {
  if (!existsSync(path)) return [];
  const yaml = readYaml(path, faults);
  if (yaml === null) return [];
  const { value, placeOf } = yaml;
  if (!Array.isArray(value)) {
    faults.add(placeOf([]), 'must be a list of records');
    return [];
  }
  return value.flatMap((entry: unknown, index) => {
    const read = format.safeParse(entry);
    if (read.success) return [{ record: read.data, at: placeOf([index]) }];
    for (const issue of read.error.issues) {
      const path = [index, ...issue.path] as (string | number)[];
      faults.add(placeOf(path), `${issue.path.join('.') || 'record'}: ${issue.message}`);
    }
    return [];
  });
}

/** The one object that a YAML file holds; null where there is no such file, or where it breaks the format. */
export function readObject<T>(path: string, format: z.ZodType<T>, faults: Faults): Placed<T> | null {
  if (!existsSync(path)) return null;
  const yaml = readYaml(path, faults);
  if (yaml === null) return null;
  const { value, placeOf } = yaml;
  const read = format.safeParse(value);
  if (read.success) return { record: read.data, at: placeOf([]) };
  for (const issue of read.error.issues)
    faults.add(
      placeOf(issue.path as (string | number)[]),
      `${issue.path.join('.') || 'file'}: ${issue.message}`,
    );
  return null;
}

/** Null where the file is no YAML: what its records are cannot be told. */
function readYaml(path: string, faults: Faults) {
  const lines = new LineCounter();
  const document: Document = parseDocument(readFileSync(path, 'utf8').normalize('NFC'), {
    lineCounter: lines,
  });
  const name = relative(projectFolder, path);
  for (const error of document.errors)
    faults.add(`${name}:${lines.linePos(error.pos[0]).line}`, error.message);
  if (document.errors.length > 0) return null;
  const placeOf = (where: readonly (string | number)[]): string => {
    // The nearest node that the file really has: a missing field has no place of its own.
    for (let depth = where.length; depth >= 0; depth -= 1) {
      const node = document.getIn(where.slice(0, depth), true);
      if (isNode(node) && node.range) return `${name}:${lines.linePos(node.range[0]).line}`;
    }
    return name;
  };
  return { value: document.toJS() as unknown, placeOf };
}
