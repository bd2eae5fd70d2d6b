/** The first sixty characters of a text that has more; whole ones, as the flag u counts. */
const tooMuch = /^(.{60}).+$/su;

/**
 * A caller's text as an error message shows it: in quotes, control characters escaped, cut after 60
 * characters, so that no message grows with its input and no input can break a log line.
 */
export function quoted(text: unknown): string {
  if (typeof text !== 'string')
    return text === null || text === undefined ? String(text) : `a value of type ${typeof text}`;
  return JSON.stringify(text.replace(tooMuch, '$1…'));
}
