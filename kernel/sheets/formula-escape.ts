/**
 * A text in a CSV file that a spreadsheet would run: it begins with = + - @, a tab or a carriage return, also behind
 * quotes and blanks, or with the full-width form of one of these (OWASP, "CSV Injection"). With an apostrophe before it, a
 * text of these is one of them still: that is what makes escaping undoable.
 */
const runnable = /^['"\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** Puts an apostrophe before what would be run; `unescapeFormula` takes exactly that away again. */
export function escapeFormula(text: string): string {
  return runnable.test(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
  return text.startsWith("'") && runnable.test(text.slice(1)) ? text.slice(1) : text;
}
