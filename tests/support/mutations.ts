/** The text with one of its digits changed, once for each digit: "9.6" becomes "8.6" and "9.7". */
export function oneDigitOff(text: string): string[] {
  return [...text.matchAll(/\d/gu)].map(({ index, 0: digit }) => {
    const other = digit === '9' ? '8' : String(Number(digit) + 1);
    return text.slice(0, index) + other + text.slice(index + 1);
  });
}

/** The period a year earlier and a year later. */
export function oneYearOff(period: string): string[] {
  return [-1, 1].map((years) => period.replace(/^\d{4}/u, (year) => String(Number(year) + years)));
}
