import { type ZipPart, zipFile } from './zip-file.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell's XML of a text. */
export function textCell(address: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** The XML of a row of texts. */
export function textRow(number: number, texts: readonly string[]): string {
  const cells = texts.map((text, index) => textCell(`${String.fromCharCode(65 + index)}${number}`, text));
  return `<row r="${number}">${cells.join('')}</row>`;
}

export interface WorkbookGiven {
  /** The XML of the figures' rows. */
  readonly rows: string;
  /** What the hidden sheet says; none: there is no such sheet. */
  readonly declared?: Readonly<Record<string, string>>;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly parts?: readonly ZipPart[];
}

/** A workbook as bytes, made of the XML of its rows, for cells that no writer would write. */
export function workbookFile({ rows, declared, sharedStrings, styles, parts = [] }: WorkbookGiven): Buffer {
  const sheet = (content: string) =>
    `${xml}<worksheet xmlns="${main}"><sheetData>${content}</sheetData></worksheet>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const hidden = Object.entries(declared ?? {}).map(([name, text], index) =>
    textRow(index + 1, [name, text]),
  );
  return zipFile([
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="So lieu" sheetId="1" r:id="r1"/>${
        declared ? '<sheet name="_giaoban" sheetId="2" state="veryHidden" r:id="r2"/>' : ''
      }</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('r2', 'worksheet', '/xl/worksheets/sheet2.xml') +
          relation('r3', 'sharedStrings', 'sharedStrings.xml') +
          relation('r4', 'styles', 'styles.xml'),
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(rows) },
    ...(declared ? [{ name: 'xl/worksheets/sheet2.xml', content: sheet(hidden.join('')) }] : []),
    ...(sharedStrings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `${xml}${sharedStrings}` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: `${xml}${styles}` }]),
    ...parts,
  ]);
}
