import type { SheetKind } from '../open-sheet.ts';

const types: Readonly<Record<string, SheetKind>> = {
  'text/csv': 'CSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};
/** For whoever is refused. */
export const uploadTypes = Object.keys(types).join(' or ');

/** What a request says that its body is; null where that is no file of figures, or not in UTF-8. */
export function uploadType(contentType: string | undefined): SheetKind | null {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  if (charset !== undefined && !/^charset="?(?:utf-8|utf8)"?$/u.test(charset)) return null;
  return types[type.trim()] ?? null;
}
