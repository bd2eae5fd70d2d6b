import type { Decimal } from '../../decimal.ts';
import { intervalContains, type Interval } from '../../interval/interval.ts';
import type { LikelySlip } from './likely-slip.ts';

/** WRONG_SIGN: the change as stated is right once a rise is read as a fall, or a fall as a rise. */
export function wrongSign(stated: Interval, computed: Decimal): LikelySlip | null {
  if (computed.isZero() || !intervalContains(stated, computed.negated())) return null;
  const because = computed.gt(0)
    ? {
        vi: 'Các số cho thấy tăng, văn bản nêu giảm: có thể đã nhầm chiều.',
        en: 'The figures rise where the document says that they fall: the direction was probably mistaken.',
      }
    : {
        vi: 'Các số cho thấy giảm, văn bản nêu tăng: có thể đã nhầm chiều.',
        en: 'The figures fall where the document says that they rise: the direction was probably mistaken.',
      };
  return { slip: 'WRONG_SIGN', because };
}
