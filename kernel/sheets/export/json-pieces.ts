import { exportDeclaration, type ExportOptions } from './export-options.ts';

/** A JSON document piece by piece: what it is, and `figures`, one a line. Figures are texts of plain digits. */
export async function* jsonPieces(
  figures: AsyncIterable<object> | Iterable<object>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const { format, sector, edition } = exportDeclaration(options);
  yield `${JSON.stringify({ format, sector, edition }).slice(0, -1)},"figures":[`;
  let before = '\n';
  for await (const figure of figures) {
    yield before + JSON.stringify(figure);
    before = ',\n';
  }
  yield '\n]}\n';
}
