import { CodedError } from '../errors.ts';
import { quoted } from '../quoted.ts';

/** @param expected what the text must be, as in "must be a figure as printed". */
export function unreadable(expected: string, text: unknown): CodedError {
  return new CodedError('PRINTED_FIGURE_UNREADABLE', `${expected}, but got: ${quoted(text)}`);
}
