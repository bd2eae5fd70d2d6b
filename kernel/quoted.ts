const LONGEST = 60;

/**
 * A caller's text as an error message shows it: in quotes, control characters escaped, cut after 60 characters, so that
 * no message grows with its input and no input can break a log line.
 */
export function quoted(text: unknown): string {
  if (typeof text !== 'string')
    return text === null || text === undefined ? String(text) : `a value of type ${typeof text}`;
  const characters = [...text];
  return JSON.stringify(characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text);
}
