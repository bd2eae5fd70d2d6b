/** Brackets, quotation marks and stops end a clause; a stop or comma between digits does not. */
const clauseBreak = /[;:()?!“”"]|[.,](?!\d)/gu;

/** What stands of the clause before a place in a line, and where it begins. */
export function clauseBefore(
  line: string,
  start: number,
): { readonly text: string; readonly offset: number } {
  const offset = [...line.slice(0, start).matchAll(clauseBreak)].at(-1)?.index ?? -1;
  return { text: line.slice(offset + 1, start), offset: offset + 1 };
}

/** What stands of the clause behind a place in a line. */
export function clauseBehind(line: string, end: number): string {
  return line.slice(end).split(clauseBreak)[0] ?? '';
}
