import type { TargetInput } from '../../generated/kernel.ts';
import { meetingDay } from '../changes/meeting-day.ts';
import { storedDecimal, toDecimal128 } from '../decimal.ts';
import { quoted } from '../quoted.ts';
import { digested } from '../load/rows-from-data.ts';
import type { TargetRow } from '../store/rows.ts';
import { readFigure } from './read-figure-input.ts';
import type { StatementContext } from './save-statements.ts';
import { agencyCodes, deadlineRowOf, indicatorCodes, provinceCodes, statementId } from './statement-parts.ts';
import { bilingualOf } from './read-text.ts';

/** The row of a reported target; null where it has faults. */
export function targetRowOf(input: TargetInput, context: StatementContext): TargetRow | null {
  const { desk, edition, batch, index, faults } = context;
  const { catalogue } = desk;
  const id = statementId('target', input.id, context);
  const text = faults.read(index, 'text', () => bilingualOf(input.text));
  const figure = faults.read(index, 'value', () => readFigure(input, input.indicator, catalogue));
  const deadline =
    input.deadline == null
      ? null
      : faults.read(index, 'deadline', () =>
          deadlineRowOf(input.deadline ?? { asPrinted: '' }, meetingDay(edition)),
        );
  const [indicator] = indicatorCodes('indicator', [input.indicator], context);
  const [province = null] = provinceCodes(
    'province',
    input.province == null ? [] : [input.province],
    context,
  );
  const leadUnits = agencyCodes('leadUnits', input.leadUnits ?? [], context);
  const scope = input.scopeCode == null ? null : (catalogue.scopes.get(input.scopeCode) ?? null);
  if (input.scopeCode != null && scope === null)
    faults.add(index, 'scopeCode', `there is no group ${quoted(input.scopeCode)} in the team's catalogue`);
  if (text === null || figure === null || indicator === undefined) return null;
  const { parts, precision } = figure;
  if (parts.outOf !== null)
    faults.add(index, 'asPrinted', 'a target is no share of a number: give its value');
  return {
    _id: id,
    ...digested({
      indicator,
      text,
      value: storedDecimal(parts.value),
      lower: storedDecimal(parts.lower),
      upper: storedDecimal(parts.upper),
      qualifier: parts.qualifier,
      resolution: precision.resolution === null ? null : toDecimal128(precision.resolution),
      multiplied: precision.multiplied,
      province,
      scope,
      leadUnits,
      deadline,
    }),
    origin: 'TEAM',
    batch,
    edition,
    document: null,
    ordinal: index,
    citation: null,
  };
}
