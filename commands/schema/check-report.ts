import type { SchemaCheck } from '../../gateway/schema-check/check-schema.ts';

const MOST_LINES = 20;

/** A check for people, in the order of what has to be done. */
export function checkReport(check: SchemaCheck, where: string, reasons: readonly string[]): string {
  const of = (criticality: string) => check.changes.filter((change) => change.criticality === criticality);
  const causedBy = (cause: string) =>
    check.hints
      .filter((hint) => hint.cause === cause)
      .map(({ code, message }) => `${code}: ${firstLine(message)}`);
  const lines = [
    `${check.subgraphs.join(', ')} against ${where}`,
    ...part(
      'Does not compose',
      check.errors.map(({ code, message, times, advice }) => {
        const often = times > 1 ? ` (${times} times)` : '';
        return `${code}${often}: ${firstLine(message)}${advice === null ? '' : `\n    ${advice}`}`;
      }),
    ),
    ...part('Mistakes: what all share is written in the kernel', causedBy('MISTAKE')),
    ...part('Sectors that the Office does not list: publish it with them', check.missingStubs),
    ...part('Stored operations that would break', check.brokenOperations),
    ...part('Breaking changes', of('BREAKING').map(described)),
    ...part('Dangerous changes', of('DANGEROUS').map(described)),
    ...part('Safe changes', of('SAFE').map(described)),
    ...part("A kernel's change that has not reached all subgraphs yet", causedBy('ROLL_OUT')),
    reasons.length === 0 ? 'It may be published.' : `It may not be published (${reasons.length} reasons).`,
  ];
  return lines.join('\n');
}

function part(title: string, found: readonly string[]): readonly string[] {
  if (found.length === 0) return [];
  const more = found.length - MOST_LINES;
  return [
    `${title}: ${found.length}`,
    ...found.slice(0, MOST_LINES).map((line) => `  - ${line}`),
    ...(more > 0 ? [`  … and ${more} more (--json has all)`] : []),
  ];
}

function described({ path, message }: SchemaCheck['changes'][number]): string {
  return path === null || message.includes(path) ? message : `${path}: ${message}`;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
