import type { Bilingual } from '../../vocabulary.ts';
import type { Slip, Verdict } from '../verdicts.ts';

/** A slip of the pen that gives exactly what is stated, and the sum that shows it. */
export interface LikelySlip {
  readonly slip: Slip;
  readonly because: Bilingual;
}

/** The first slip that explains what is stated. None is looked for where figures and statement agree: chance finds one for many. */
export function likelySlip(
  verdict: Verdict,
  finders: ReadonlyArray<() => LikelySlip | null>,
): LikelySlip | null {
  if (verdict !== 'INCONSISTENT' && verdict !== 'ROUNDING') return null;
  for (const find of finders) {
    const found = find();
    if (found !== null) return found;
  }
  return null;
}
