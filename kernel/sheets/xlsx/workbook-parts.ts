import { posix } from 'node:path';
import { damaged, type XlsxPackage } from './open-package.ts';
import { readXml } from './read-xml.ts';

export interface SheetPart {
  readonly name: string;
  /** The part with its rows: xl/worksheets/sheet1.xml */
  readonly part: string;
  readonly hidden: boolean;
}
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether its days are counted from 1904, as old spreadsheets of the Macintosh did. */
  readonly from1904: boolean;
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** The parts of a workbook by what refers to them; their names are not fixed (ECMA-376, part 1, 12.2). */
export async function workbookParts(file: XlsxPackage): Promise<WorkbookParts> {
  const roots = await relationships(file, '_rels/.rels', '');
  const workbook = roots.find(({ type }) => type === 'officeDocument')?.part;
  if (workbook === undefined) throw damaged('it is no workbook');
  const folder = posix.dirname(workbook);
  const related = await relationships(
    file,
    posix.join(folder, '_rels', `${posix.basename(workbook)}.rels`),
    folder,
  );
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readXml(file.read(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /^(?:\w+:)?id$/u.test(key))?.[1];
      const target = related.find((one) => one.id === id && one.type === 'worksheet');
      // Sheets of diagrams have rows of no kind.
      if (target === undefined) return;
      sheets.push({
        name: attributes['name'] ?? '',
        part: target.part,
        hidden: attributes['state'] !== undefined && attributes['state'] !== 'visible',
      });
    },
    close() {},
    text() {},
  });
  const partOf = (wanted: string) => related.find(({ type }) => type === wanted)?.part ?? null;
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), from1904 };
}

async function relationships(file: XlsxPackage, part: string, folder: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  if (!file.has(part)) throw damaged(`the part ${part} is missing`);
  await readXml(file.read(part), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      if (Id === undefined || Type === undefined || Target === undefined) return;
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: path });
    },
    close() {},
    text() {},
  });
  return found;
}
