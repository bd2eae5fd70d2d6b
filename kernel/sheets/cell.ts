/** What stands in one cell of a file, before anything is made of it. */
export type Cell =
  | { readonly kind: 'TEXT'; readonly text: string }
  /** As the workbook's XML writes it. */
  | { readonly kind: 'NUMBER'; readonly text: string }
  /** A number that the workbook shows as a date: `day` where it is one of the calendar, else the number. */
  | { readonly kind: 'DATE'; readonly day: string }
  | { readonly kind: 'BOOLEAN'; readonly value: boolean }
  /** #REF!, #DIV/0! … */
  | { readonly kind: 'ERROR'; readonly text: string }
  /** A formula without the result that a spreadsheet keeps beside it. */
  | { readonly kind: 'NOT_COMPUTED' }
  /** A formula over another workbook, whose result nobody knows the age of. */
  | { readonly kind: 'OTHER_WORKBOOK' };

/** A row with its number as a spreadsheet shows it, from 1; cells by column from 0, holes where they are empty. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** The letters of a column from 0: A, Z, AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26) - 1;
  const letter = String.fromCharCode(65 + (index % 26));
  return before < 0 ? letter : columnLetters(before) + letter;
}

/** The column, from 0, of an address such as AB12; null where it is none. */
export function columnOf(address: string): number | null {
  let index = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return at === 0 || at > 3 ? null : index - 1;
}

/** What a person would call the cell's content; for messages. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'TEXT':
    case 'NUMBER':
    case 'ERROR':
      return cell.text;
    case 'DATE':
      return cell.day;
    case 'BOOLEAN':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'NOT_COMPUTED':
    case 'OTHER_WORKBOOK':
      return '=…';
  }
}
