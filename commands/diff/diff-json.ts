import { formatDecimal, fromDecimal128, type Decimal } from '../../kernel/decimal.ts';
import type { ObservationRow } from '../../kernel/store/rows.ts';
import { taskOutcome } from '../../kernel/task-outcome.ts';
import type { SectorDiff } from './diff-editions.ts';

/** The difference for programs: figures as text in plain digits, and the place of each in its document. */
export function diffJson(since: string, edition: string, diffs: readonly SectorDiff[]) {
  return {
    since,
    briefing: edition,
    sectors: diffs.map(({ sector, observations, tasks, indicator }) => ({
      sector: sector.code,
      observations: observations.map(({ kind, before, after, change, percent, stated }) => ({
        kind,
        indicator: (after ?? before)?.indicator ?? null,
        unit: unitOf(after ?? before, indicator),
        before: before === null ? null : figure(before),
        after: after === null ? null : figure(after),
        change: text(change),
        percent: text(percent),
        stated,
      })),
      tasks: tasks.map(({ kind, task }) => ({
        kind,
        id: task._id,
        title: task.title,
        latest: task.deadline?.latest ?? null,
        outcome: taskOutcome(task, task.asOf),
        place: task.citation === null ? null : `${task.citation.document}:${task.citation.line}`,
      })),
    })),
  };
}

function unitOf(row: ObservationRow | null, indicator: SectorDiff['indicator']): string | null {
  return row === null ? null : indicator(row.indicator).unit.code;
}

function figure({ _id, period, province, agency, scope, value, citation }: ObservationRow) {
  return {
    id: _id,
    period,
    province,
    agency,
    scope: scope?.code ?? null,
    value: value === null ? null : formatDecimal(fromDecimal128(value)),
    asPrinted: citation?.printed ?? null,
    place: citation === null ? null : `${citation.document}:${citation.line}`,
  };
}

function text(value: Decimal | null): string | null {
  return value === null ? null : formatDecimal(value);
}
