import { agencies } from './registers/agencies.ts';
import { provinces } from './registers/provinces.ts';
import type { IndicatorRow, ObservationRow } from './store/rows.ts';
import type { Bilingual } from './vocabulary.ts';

/** What a figure is of, without its period: "Tỷ lệ văn bản ban hành được ký số, Bộ TT&TT"; the country is not named. */
export function figureSubject(
  { name }: Pick<IndicatorRow, 'name'>,
  { province, agency, scope }: Pick<ObservationRow, 'province' | 'agency' | 'scope'>,
): Bilingual {
  const parts = [
    name,
    ...(province === null ? [] : [provinces.get(province).name]),
    ...(agency === null ? [] : [agencyLabel(agency)]),
    ...(scope === null ? [] : [scope.name]),
  ];
  return { vi: parts.map(({ vi }) => vi).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

/** How an agency is usually called: by its abbreviation in Vietnamese, where it has one. */
export function agencyLabel(code: string): Bilingual {
  const { name, abbreviation } = agencies.get(code);
  return { vi: abbreviation ?? name.vi, en: name.en };
}
