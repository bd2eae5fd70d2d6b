import type { HighlightInput } from '../../generated/kernel.ts';
import { digested } from '../load/rows-from-data.ts';
import type { HighlightRow } from '../store/rows.ts';
import type { StatementContext } from './save-statements.ts';
import { agencyCodes, indicatorCodes, provinceCodes, statementId } from './statement-parts.ts';
import { bilingualOf } from './read-text.ts';

/** The row of a reported highlight; null where it has faults. */
export function highlightRowOf(input: HighlightInput, context: StatementContext): HighlightRow | null {
  const { edition, batch, index, faults } = context;
  const id = statementId('highlight', input.id, context);
  const text = faults.read(index, 'text', () => bilingualOf(input.text));
  const content = {
    kind: input.kind,
    provinces: provinceCodes('provinces', input.provinces ?? [], context),
    agencies: agencyCodes('agencies', input.agencies ?? [], context),
    indicators: indicatorCodes('indicators', input.indicators ?? [], context),
  };
  if (text === null) return null;
  return {
    _id: id,
    ...digested({ ...content, text }),
    origin: 'TEAM',
    batch,
    edition,
    document: null,
    ordinal: index,
    citation: null,
  };
}
