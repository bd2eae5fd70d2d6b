import type { ChangeUnit } from '../../vocabulary.ts';
import type { LikelySlip } from './likely-slip.ts';

/**
 * POINTS_AS_PERCENT: "giảm 0,2%" of a share that fell from 3,4% to 3,2%. The difference of two percentages is in percentage points (OECD,
 * Data and Metadata Reporting and Presentation Handbook, 2007). A slip of wording, so it is told though the number agrees.
 */
export function pointsAsPercent(printed: ChangeUnit | null, meant: ChangeUnit | null): LikelySlip | null {
  if (printed !== 'PERCENT' || meant !== 'PERCENTAGE_POINT') return null;
  return {
    slip: 'POINTS_AS_PERCENT',
    because: {
      vi: 'Ghi dấu % cho một chênh lệch tính bằng điểm phần trăm.',
      en: '"%" is stated for a difference in percentage points.',
    },
  };
}
