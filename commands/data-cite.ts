/**
 * npm run data:cite — fills in the start and end of citations that an author left out, so that nobody counts characters.
 * An author writes `{ line: 41, printed: "7,39 nghìn tỷ" }` (with `nth: 2` where the text stands there more than once),
 * `{ line: 15 }` for the whole line, or `{ line: 19, from: "first words", to: "last words" }` for a statement.
 * Files are rewritten in place, comments kept; what cannot be resolved is told with file and place, and exits 1.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { isMap, isScalar, parseDocument, visit, type YAMLMap } from 'yaml';

const root = join(import.meta.dirname, '..');
const { documentsDir } = readEnvironment();
if (documentsDir === null)
  throw new CodedError(
    'SETTING_INVALID',
    'the texts of the documents are needed to place citations: name their folder in DOCUMENTS_DIR',
  );
const texts = documentsDir;

function linesOf(document: string): string[] {
  return readFileSync(join(texts, `${document}.txt`), 'utf8')
    .normalize('NFC')
    .split(/\r?\n/u);
}

function indexOfNth(text: string, part: string, nth: number | undefined): number {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  if (found.length === 0) throw new Error(`${JSON.stringify(part)} does not stand in that line`);
  if (nth === undefined && found.length > 1)
    throw new Error(
      `${JSON.stringify(part)} stands there ${found.length} times: add nth: 1 to ${found.length}`,
    );
  const at = found[(nth ?? 1) - 1];
  if (at === undefined) throw new Error(`${JSON.stringify(part)} stands there only ${found.length} times`);
  return at;
}

/** The span that an unresolved place means in `text`. */
function resolve(place: YAMLMap, text: string): { start: number; end: number } {
  const read = (key: string) => place.get(key) as string | undefined;
  const nth = place.get('nth') as number | undefined;
  const printed = read('printed')?.normalize('NFC');
  if (printed !== undefined) {
    const start = indexOfNth(text, printed, nth);
    return { start, end: start + printed.length };
  }
  const from = read('from')?.normalize('NFC');
  const to = read('to')?.normalize('NFC');
  const start = from === undefined ? text.length - text.trimStart().length : indexOfNth(text, from, nth);
  if (to === undefined) return { start, end: text.trimEnd().length };
  const end = text.indexOf(to, start);
  if (end < 0) throw new Error(`${JSON.stringify(to)} does not stand behind the start`);
  return { start, end: end + to.length };
}

function fillIn(path: string, ownDocument: string): { filled: number; faults: string[] } {
  const file = parseDocument(readFileSync(path, 'utf8'));
  let filled = 0;
  const faults: string[] = [];
  visit(file, {
    Map(_, map, ancestors) {
      if (!map.has('line') || map.has('start')) return;
      const owner = ancestors
        .toReversed()
        .find((node): node is YAMLMap => isMap(node) && node.has('document'));
      const line = map.get('line') as number;
      try {
        const text = linesOf((owner?.get('document') as string | undefined) ?? ownDocument)[line - 1];
        if (text === undefined) throw new Error('the document has no such line');
        const { start, end } = resolve(map, text);
        for (const key of ['from', 'to', 'nth']) map.delete(key);
        const at = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === 'line');
        map.items.splice(at + 1, 0, file.createPair('start', start), file.createPair('end', end));
        map.flow = true;
        filled += 1;
      } catch (error) {
        faults.push(`${relative(root, path)}: line ${line} of the document: ${(error as Error).message}`);
      }
    },
  });
  if (filled > 0) writeFileSync(path, file.toString({ lineWidth: 0, flowCollectionPadding: true }));
  return { filled, faults };
}

let faultCount = 0;
const only = process.argv[2];
for (const subgraph of readdirSync(join(root, 'subgraphs'))) {
  if (only !== undefined && only !== subgraph) continue;
  const data = join(root, 'subgraphs', subgraph, 'data');
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yml') || entry.parentPath === data) continue;
    const path = join(entry.parentPath, entry.name);
    const { filled, faults } = fillIn(path, relative(data, entry.parentPath));
    if (filled > 0) console.log(`${relative(root, path)}: ${filled} citations filled in`);
    for (const fault of faults) console.error(fault);
    faultCount += faults.length;
  }
}
process.exitCode = faultCount > 0 ? 1 : 0;
