import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import type { SubgraphSdls } from '../../gateway/compose-subgraphs.ts';
import { quoted } from '../../kernel/quoted.ts';
import { subgraphSdl } from '../../kernel/sdl/build-sdl.ts';
import type { Sector } from '../../kernel/sectors.ts';

/** What a schema command was asked. */
export interface SchemaArguments {
  /** The SDL in question, by folder. */
  readonly changed: SubgraphSdls;
  /** `registry`, or the path of a folder of SDL files or of a supergraph; null for what is there. */
  readonly against: string | null;
  readonly allowBreaking: boolean;
  readonly json: boolean;
  /** Who publishes. */
  readonly by: string;
}

/** What cannot be understood of a command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads a command line: names of folders or --all, --sdl FILE in place of the SDL of the one folder that is named, and the
 * rest as in `SchemaArguments`. Throws UsageError.
 */
export function readSchemaArguments(given: readonly string[], sectors: readonly Sector[]): SchemaArguments {
  const { values, positionals } = parse(given);
  const named = values.all ? sectors : positionals.map((folder) => findSector(folder, sectors));
  if (named.length === 0)
    throw new UsageError(
      `Name subgraphs (${sectors.map(({ folder }) => folder).join(', ')}), or --all of them.`,
    );
  if (values.sdl !== undefined && named.length !== 1)
    throw new UsageError('--sdl FILE is the SDL of one subgraph: name that one.');
  const sdlOf = (sector: Sector) =>
    values.sdl === undefined ? subgraphSdl(sector, sectors) : readText(values.sdl);
  return {
    changed: new Map(named.map((sector) => [sector.folder, sdlOf(sector)])),
    against: values.against ?? null,
    allowBreaking: values['allow-breaking'],
    json: values.json,
    by: values.by ?? userInfo().username,
  };
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        sdl: { type: 'string' },
        against: { type: 'string' },
        by: { type: 'string' },
        'allow-breaking': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function findSector(folder: string, sectors: readonly Sector[]): Sector {
  const found = sectors.find((sector) => sector.folder === folder);
  if (found === undefined)
    throw new UsageError(
      `Name subgraphs (${sectors.map((one) => one.folder).join(', ')}), but got: ${quoted(folder)}.`,
    );
  return found;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`There is no file ${quoted(path)}.`);
  }
}
