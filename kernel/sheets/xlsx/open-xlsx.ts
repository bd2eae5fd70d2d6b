import type { SheetRow } from '../cell.ts';
import { type Declaration, declarationOf, undeclared } from '../declaration.ts';
import type { ImportLimits } from '../import-limits.ts';
import type { SheetSource } from '../sheet-source.ts';
import { readDateStyles } from './date-styles.ts';
import { damaged, openPackage, type XlsxPackage } from './open-package.ts';
import { type CellContext, RowParser } from './row-parser.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type WorkbookParts, workbookParts } from './workbook-parts.ts';

/** The hidden sheet in which a workbook of ours says what it is: names in column A, what they stand for in B. */
export const DECLARATION_SHEET = '_giaoban';

/**
 * Opens a workbook: the sheet that its declaration names, else its first visible one. Of formulas the result is taken that
 * the spreadsheet kept beside them.
 */
export async function openXlsx(path: string, limits: ImportLimits): Promise<SheetSource> {
  const file = await openPackage(path, limits);
  try {
    const parts = await workbookParts(file);
    const context: CellContext = {
      sharedStrings: await readSharedStrings(file, parts.sharedStrings, limits),
      dateStyles: await readDateStyles(file, parts.styles),
      from1904: parts.from1904,
    };
    const declared = await readDeclaration(file, parts, context, limits);
    const sheet =
      parts.sheets.find(({ name }) => name === declared.sheet) ?? parts.sheets.find(({ hidden }) => !hidden);
    if (sheet === undefined) throw damaged('it has no sheet');
    return {
      kind: 'XLSX',
      declared,
      size: file.size,
      rows: (onBytes) => xlsxRows(file, sheet.part, context, limits, onBytes),
      close: async () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function* xlsxRows(
  file: XlsxPackage,
  part: string,
  context: CellContext,
  limits: ImportLimits,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly SheetRow[]> {
  const parser = new RowParser(context, limits);
  let inflated = 0;
  const size = file.inflatedSize(part);
  for await (const chunk of file.read(part)) {
    parser.write(chunk);
    inflated += chunk.length;
    // The part is nearly all of the file; how much of the file itself has been read, the archive does not say.
    onBytes?.(Math.min(file.size, Math.round((inflated / Math.max(size, 1)) * file.size)));
    const rows = parser.take();
    if (rows.length > 0) yield rows;
  }
  parser.end();
  const rows = parser.take();
  if (rows.length > 0) yield rows;
}

async function readDeclaration(
  file: XlsxPackage,
  parts: WorkbookParts,
  context: CellContext,
  limits: ImportLimits,
): Promise<Declaration> {
  const sheet = parts.sheets.find(({ name }) => name === DECLARATION_SHEET);
  if (sheet === undefined) return undeclared;
  const entries = new Map<string, string>();
  for await (const rows of xlsxRows(file, sheet.part, context, { ...limits, rows: 100 }))
    for (const { cells } of rows) {
      const [name, text] = cells;
      if (name?.kind === 'TEXT' && text?.kind === 'TEXT') entries.set(name.text, text.text);
    }
  return declarationOf(entries);
}
