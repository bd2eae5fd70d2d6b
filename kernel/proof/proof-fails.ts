import type { ProofReport } from './prove.ts';

/**
 * Whether a proof fails: on any fault, and where texts are missing that are required. Elsewhere a machine
 * without the texts is not to blame; the report says what stayed unproven.
 */
export function proofFails(
  { faults, missingTexts }: Pick<ProofReport, 'faults' | 'missingTexts'>,
  textsRequired: boolean,
): boolean {
  return faults.length > 0 || (textsRequired && missingTexts.length > 0);
}
