import type { ComparisonRow, IndicatorRow } from '../../store/rows.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { periodLabel } from '../../time-period/label.ts';
import type { Bilingual, Language } from '../../vocabulary.ts';
import { directionInterval } from '../changes/stated-value.ts';
import type { ChangeReading } from '../changes/reading.ts';
import { isKnown, type HeldFigure } from '../figures/held-figure.ts';
import type { LikelySlip } from '../slips/likely-slip.ts';
import type { Verdict } from '../verdicts.ts';
import { changeFormula } from './change-formula.ts';
import { changeUnitRow, statedText, unitSuffix } from './change-unit-text.ts';
import { impliedFrom } from './implied-from.ts';
import { impliedText } from './implied-text.ts';
import { intervalText } from './interval-text.ts';
import { decimalsOf, inBoth } from './number-text.ts';
import { sentences, verdictWords } from './verdict-text.ts';

export interface ChangeToExplain {
  readonly comparison: ComparisonRow;
  readonly of: HeldFigure;
  readonly base: HeldFigure | null;
  readonly indicator: IndicatorRow;
  readonly readings: readonly ChangeReading[];
  /** The one that stands; undefined where both do, or neither. */
  readonly decided: ChangeReading | undefined;
  readonly verdict: Verdict;
  readonly slip: LikelySlip | null;
}

/** What was compared, the sum, what it comes to with the printed precision, and how that agrees: to be redone with a calculator. */
export function explainChange(change: ChangeToExplain): Bilingual {
  const { base, readings, decided, slip } = change;
  return inBoth((language) =>
    sentences([
      base === null ? noBase(change, language) : baseText(change, base, language),
      ...readings.map((reading) => readingText(reading, change, language)),
      decided === undefined && readings.length > 1 ? undecided(change.verdict, language) : '',
      slip?.because[language === 'VI' ? 'vi' : 'en'] ?? '',
    ]),
  );
}

/** Which two figures, where the second comes from elsewhere than the first. */
function baseText({ of, indicator }: ChangeToExplain, base: HeldFigure, language: Language): string {
  const [now, before] = [of.row, base.row].map(({ period }) =>
    periodLabel(parseTimePeriod(period), language),
  );
  const vi = language === 'VI';
  const compared = vi ? `So ${now ?? ''} với ${before ?? ''}` : `${now ?? ''} against ${before ?? ''}`;
  if (base.impliedBy !== null)
    return sentences([
      siblingText(compared, language),
      ...impliedFrom(base.impliedBy, of, indicator, language),
    ]);
  if (base.row.edition === of.row.edition) return `${compared}.`;
  return vi
    ? `${compared}, lấy số in ở bản tin kỳ ${base.row.edition}.`
    : `${compared}, as printed in the edition ${base.row.edition}.`;
}

function siblingText(compared: string, language: Language): string {
  return language === 'VI'
    ? `${compared}, mà số của kỳ gốc không được in: suy từ mức thay đổi kia cùng được nêu.`
    : `${compared}, whose figure is not printed: it is implied by the other change that is stated.`;
}

function readingText(reading: ChangeReading, change: ChangeToExplain, language: Language): string {
  const { comparison, of, base, indicator, readings } = change;
  const several = readings.length > 1;
  const unit = changeUnitRow(reading.unit, indicator.unit);
  if (reading.computed === null || base === null) {
    const implied = impliedText(reading, of, indicator.unit, language);
    return implied === '' ? '' : lead(reading, several, language) + implied;
  }
  const suffix = unitSuffix(unit, language);
  const decimals = reading.stated === null ? 1 : decimalsOf(reading.stated.resolution, reading.stated.value);
  const formula = changeFormula(
    reading,
    comparison.direction,
    of,
    base,
    indicator.unit,
    decimals + 2,
    language,
  );
  const stated = statedText(reading.stated, comparison.direction, unit, language);
  const against = reading.stated?.interval ?? directionInterval(comparison.direction);
  const within = intervalText(reading.computed.interval, against, decimals, suffix, language);
  return [
    lead(reading, several, language) + formula,
    within === ''
      ? ''
      : language === 'VI'
        ? `với độ chính xác đã in: ${within}`
        : `with the printed precision: ${within}`,
    verdictWords(reading.verdict, stated, language),
  ]
    .filter((part) => part !== '')
    .join('; ')
    .concat('.');
}

function lead({ unit }: ChangeReading, several: boolean, language: Language): string {
  if (!several) return '';
  if (unit === 'PERCENT') return language === 'VI' ? 'Hiểu là phần trăm: ' : 'Read as percent: ';
  return language === 'VI' ? 'Hiểu là điểm phần trăm: ' : 'Read as percentage points: ';
}

function undecided(verdict: Verdict, language: Language): string {
  if (verdict === 'AMBIGUOUS')
    return language === 'VI'
      ? 'Số học không phân định được phần trăm hay điểm phần trăm.'
      : 'Arithmetic cannot tell whether percent or points are meant.';
  return language === 'VI' ? 'Không cách hiểu nào khớp.' : 'Neither reading agrees.';
}

/** Why there is nothing to compute from. */
function noBase({ comparison, of }: ChangeToExplain, language: Language): string {
  const vi = language === 'VI';
  const { basePeriod, benchmark } = comparison;
  if (comparison.base === 'BENCHMARK') {
    const whose = vi ? (benchmark?.vi ?? 'mức đem so') : (benchmark?.en ?? 'the level compared with');
    return vi
      ? `Không có số về ${whose} để tính lại.`
      : `No figure of the benchmark (${whose}) is held to compute from.`;
  }
  if (basePeriod === null)
    return vi
      ? 'Không nêu so với thời điểm nào, nên không tính lại được.'
      : 'Since when is not stated, so that it cannot be computed.';
  const before = periodLabel(parseTimePeriod(basePeriod), language);
  const level = isKnown(of)
    ? ''
    : vi
      ? ', và chỉ mức thay đổi được nêu, không có số của kỳ này'
      : ', and the change alone is stated, not the figure of this period';
  return vi
    ? `Chưa có số của ${before} để đem so${level}.`
    : `No figure of the base period (${before}) is held to compute from${level}.`;
}
