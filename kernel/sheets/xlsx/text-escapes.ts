/**
 * A workbook writes characters that XML cannot hold as _x000D_, and a text that looks like one with its first sign so
 * written: _x005F_x000D_ (ECMA-376, part 1, 22.9.2.19).
 */
const escape = /_x([0-9A-Fa-f]{4})_/gu;

export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(escape, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** For writers that do not do it themselves. */
export function encodeEscapes(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_').replaceAll('\r', '_x000D_');
}
