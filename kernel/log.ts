import { pino, type Logger } from 'pino';
import type { Environment } from './environment.ts';

export type Log = Logger;

/** Where lines go: the process's standard output, which a supervisor or a container runtime collects. */
interface Destination {
  write(line: string): unknown;
}

/** In the finished line rather than by pino's list of paths: a secret also stands in messages, stacks and nested causes. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/("(?:proxy-)?authorization"\s*:\s*)"(?:[^"\\]|\\.)*"/giu, '$1"[redacted]"'],
  [/("(?:set-)?cookie"\s*:\s*)(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/giu, '$1"[redacted]"'],
  [/\bBearer\s+[\w.~+/=-]{8,}/gu, 'Bearer [redacted]'],
  [/(mongodb(?:\+srv)?:\/\/)[^@/\s"]+@/gu, '$1[redacted]@'],
];

/** A line without authorization headers, cookies, tokens, and users and passwords of MongoDB addresses. */
export function redact(line: string): string {
  return secrets.reduce((text, [secret, shown]) => text.replace(secret, shown), line);
}

/**
 * The log of the process `name`: one JSON object a line, levels as words, times in UTC (ISO 8601), nothing less important
 * than LOG_LEVEL, and no secret. No pretty printing here: people read the supervisor's lines, programs read these.
 */
export function createLog(
  name: string,
  environment: Pick<Environment, 'logLevel'>,
  destination: Destination = process.stdout,
): Log {
  return pino(
    {
      name,
      level: environment.logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => destination.write(redact(line)) },
  );
}
