import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

/** Reads one of the kernel's code lists, a YAML file beside this one. Throws where an entry breaks the format. */
export function readRegister<T>(file: string, entry: z.ZodType<T>): readonly T[] {
  return entry.array().parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')));
}
