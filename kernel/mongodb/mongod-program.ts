import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A mongod that runs on this machine. */
export interface MongodProgram {
  readonly path: string;
  /** 6.0.5 */
  readonly version: string;
  /** Where it was found, as the log says it. */
  readonly origin: string;
}

/** What a step of the search gives: a mongod, or why there is none, as half a sentence. */
export type Search = { readonly found: MongodProgram } | { readonly missing: string };

/** Older ones are not tried out with the driver in use, and lack parameters that we start mongod with. */
export const LEAST_SERIES = '6.0';

/** 6.0 of 6.0.5: data files are readable within a series only. */
export function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Whether `version` is of the least series or a later one. */
export function isRecentEnough(version: string): boolean {
  return Number.parseInt(version, 10) >= Number.parseInt(LEAST_SERIES, 10);
}

/**
 * Runs `path --version`. Refuses, with half a sentence, what is no mongod, does not run on this machine (a library is missing,
 * another processor) or is too old.
 */
export async function tryMongod(path: string, origin: string): Promise<Search> {
  let output: string;
  try {
    ({ stdout: output } = await promisify(execFile)(path, ['--version'], { timeout: 20_000 }));
  } catch (error) {
    return { missing: `${path} does not run here (${reasonOf(error)})` };
  }
  const version = /^db version v(\d+\.\d+\.\d+)/mu.exec(output)?.[1];
  if (version === undefined) return { missing: `${path} is no mongod` };
  if (!isRecentEnough(version))
    return { missing: `${path} is MongoDB ${version}, older than ${LEAST_SERIES}` };
  return { found: { path, version, origin } };
}

/** The part of a failure that says why: what the program complained of, else the system's own code. */
function reasonOf(error: unknown): string {
  const { stderr, code, message } = error as { stderr?: string; code?: string | number; message: string };
  const complaint = stderr?.trim().split('\n').at(-1);
  return complaint !== undefined && complaint !== '' ? complaint.slice(0, 200) : String(code ?? message);
}
