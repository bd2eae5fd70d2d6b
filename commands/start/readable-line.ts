import { z } from 'zod';
import { redact } from '../../kernel/log.ts';

const entry = z.object({
  level: z.string(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
  requestId: z.string().optional(),
});
const SHOWN = new Set(['warn', 'error', 'fatal']);
const LONGEST = 500;

/** A line of a child's JSON log for people: its warnings and errors. Null for what only its file needs to hold. */
export function readableLine(line: string): { level: string; text: string } | null {
  if (!line.startsWith('{')) return null;
  try {
    const { level, msg = '', err, requestId } = entry.parse(JSON.parse(line));
    if (!SHOWN.has(level)) return null;
    const cause = err === undefined || err.message === msg ? '' : `: ${err.message}`;
    const request = requestId === undefined ? '' : ` (request ${requestId})`;
    return { level, text: inOneLine(`${msg}${cause}${request}`) };
  } catch {
    return null;
  }
}

/** Why a process ended, out of what node printed when it crashed: the error's own line, without the stack around it. */
export function crashReason(printed: readonly string[]): string | null {
  const own = printed.find((line) => /^(Uncaught |\[?)?\w*Error\b/u.test(line));
  const last = printed.findLast((line) => line.trim() !== '' && !line.startsWith('Node.js v'));
  const reason = own ?? last;
  return reason === undefined ? null : inOneLine(redact(reason));
}

function inOneLine(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
