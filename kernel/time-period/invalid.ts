import { CodedError } from '../errors.ts';
import { quoted } from '../quoted.ts';

/** @param why ends the sentence where the text has the right shape. */
export function invalidTimePeriod(text: unknown, why?: string): CodedError {
  return new CodedError(
    'INVALID_TIME_PERIOD',
    why === undefined
      ? 'A time period must be a year (2020), half-year (2020-S1), quarter (2020-Q3), month (2020-07), ISO week (2020-W11), ' +
          `day (2020-07-31) or range (2020-01-01/P7M), but got: ${quoted(text)}`
      : `A time period must be one of the calendar: ${why}, but got: ${quoted(text)}`,
  );
}
