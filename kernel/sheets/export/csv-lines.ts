import { declarationLine } from '../declaration.ts';
import { escapeFormula } from '../formula-escape.ts';
import { writeNumber } from '../number-format.ts';
import { type ExportedFigure, exportOrder, numberColumns } from './exported-figure.ts';
import { exportDeclaration, type ExportOptions } from './export-options.ts';

/**
 * A CSV file piece by piece (RFC 4180): UTF-8 with a byte order mark, by which spreadsheets know it; semicolons where the
 * decimal mark is a comma, as they expect. Texts that a spreadsheet would run are escaped; numbers stay numbers, the
 * negative ones too.
 */
export async function* csvLines(
  figures: AsyncIterable<ExportedFigure> | Iterable<ExportedFigure>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const delimiter = options.numbers === 'vi' ? ';' : ',';
  const line = (cells: readonly string[]) => `${cells.join(delimiter)}\r\n`;
  yield `\ufeff${declarationLine(exportDeclaration(options))}\r\n`;
  yield line(exportOrder);
  for await (const figure of figures)
    yield line(
      exportOrder.map((column) => {
        const text = figure[column];
        if (text === null) return '';
        return quotedCell(
          numberColumns.has(column) ? writeNumber(text, options.numbers) : escapeFormula(text),
        );
      }),
    );
}

function quotedCell(text: string): string {
  return /[",;\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
