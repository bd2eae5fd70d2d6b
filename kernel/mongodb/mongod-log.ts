import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const entry = z.object({
  s: z.string(),
  msg: z.string(),
  attr: z.object({ error: z.union([z.string(), z.object({ errmsg: z.string() })]).optional() }).optional(),
});

/** Why a mongod ended: its last complaint (severity error or fatal) in its log, else the last thing it printed, cut. */
export async function lastComplaint(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  const complaint = lines.findLast((line) => /"s":"[EF]"/u.test(line)) ?? lines.at(-1) ?? '';
  return describe(complaint).slice(0, 300);
}

function describe(line: string): string {
  try {
    const { msg, attr } = entry.parse(JSON.parse(line));
    const error = typeof attr?.error === 'object' ? attr.error.errmsg : attr?.error;
    return error === undefined ? msg : `${msg}: ${error}`;
  } catch {
    return line;
  }
}
