import type { Decimal } from '../../decimal.ts';
import { intervalContains, type Interval } from '../../interval/interval.ts';
import type { LikelySlip } from './likely-slip.ts';

/** WRONG_SIGN: the change as stated is right once a rise is read as a fall, or a fall as a rise. */
export function wrongSign(stated: Interval, computed: Decimal): LikelySlip | null {
  if (computed.isZero() || !intervalContains(stated, computed.negated())) return null;
  const because = computed.gt(0)
    ? {
        vi: 'Các số cho thấy tăng, mà đã nêu là giảm: có thể đã nhầm chiều.',
        en: 'The figures rise where a fall is stated: the direction was probably mistaken.',
      }
    : {
        vi: 'Các số cho thấy giảm, mà đã nêu là tăng: có thể đã nhầm chiều.',
        en: 'The figures fall where a rise is stated: the direction was probably mistaken.',
      };
  return { slip: 'WRONG_SIGN', because };
}
