import { foldText } from '../folded-text.ts';

/** A closed list of coded things that people also call by other names. */
export interface CodeList<T> {
  readonly all: readonly T[];
  /** The entry with this code, name or alias; case, accents, đ/d, Unicode form and outer blanks do not matter. */
  find(text: string): T | undefined;
  /** The entry with exactly this code. Throws where there is none: for codes that were checked before. */
  get(code: string): T;
}

/**
 * @param namesOf every name of an entry; a name that two entries share is refused, because a look-up could not decide.
 */
export function codeList<T extends { readonly code: string }>(
  what: string,
  all: readonly T[],
  namesOf: (entry: T) => readonly string[],
): CodeList<T> {
  const byCode = new Map<string, T>();
  const byName = new Map<string, T>();
  for (const entry of all) {
    if (byCode.has(entry.code)) throw new Error(`${what} ${entry.code} stands twice in the register`);
    byCode.set(entry.code, entry);
  }
  for (const entry of all) {
    for (const name of new Set([entry.code, ...namesOf(entry)].map(foldText))) {
      const other = byName.get(name);
      if (other !== undefined && other !== entry)
        throw new Error(`${what} ${entry.code} and ${other.code} are both called ${JSON.stringify(name)}`);
      byName.set(name, entry);
    }
  }
  return {
    all,
    find: (text) => byCode.get(text) ?? byName.get(foldText(text.trim())),
    get(code) {
      const entry = byCode.get(code);
      if (entry === undefined) throw new Error(`there is no ${what} with the code ${code}`);
      return entry;
    },
  };
}
