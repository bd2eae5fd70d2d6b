import type { Catalogue } from '../../data-files/read-sector-data.ts';
import { agencies } from '../../registers/agencies.ts';
import { provinces } from '../../registers/provinces.ts';
import { columnTitles, type FigureColumn } from '../columns.ts';
import { multiplierLabels, qualifierLabels, statusLabels, type LabelledList } from '../labels.ts';

/** What a column of the form offers to choose from; each list is a column of the sheet "Danh mục". */
export interface ChoiceList {
  readonly column: FigureColumn;
  readonly title: string;
  readonly choices: readonly string[];
}

export function choiceLists(catalogue: Catalogue): readonly ChoiceList[] {
  const lists: readonly (readonly [FigureColumn, readonly string[]])[] = [
    ['indicator', [...catalogue.indicators.keys()]],
    ['multiplier', words(multiplierLabels)],
    ['province', provinces.all.map(({ name }) => name.vi)],
    ['scope', [...catalogue.scopes.values()].map(({ name }) => name.vi)],
    [
      'agency',
      agencies.all.filter(({ kind }) => kind !== 'PROVINCIAL_DEPARTMENT').map(({ name }) => name.vi),
    ],
    ['qualifier', words(qualifierLabels)],
    ['status', words(statusLabels)],
  ];
  return lists
    .filter(([, choices]) => choices.length > 0)
    .map(([column, choices]) => ({ column, title: columnTitles[column].vi, choices }));
}

function words<Code extends string>({ codes, labels }: LabelledList<Code>): readonly string[] {
  return codes.map((code) => labels[code].vi);
}
