import { Decimal } from '../../kernel/decimal.ts';
import { displayFigure } from '../../kernel/display-figure.ts';
import { figureSubject } from '../../kernel/figure-subject.ts';
import { figureOf } from '../../kernel/figure.ts';
import type { ObservationChange } from '../../kernel/changes/observation-changes.ts';
import type { TaskChange } from '../../kernel/changes/task-changes.ts';
import type { ObservationRow, UnitRow } from '../../kernel/store/rows.ts';
import { periodLabel } from '../../kernel/time-period/label.ts';
import { parseTimePeriod } from '../../kernel/time-period/parse.ts';
import {
  observationChangeKinds,
  taskChangeKinds,
  type Language,
  type ObservationChangeKind,
  type TaskChangeKind,
} from '../../kernel/vocabulary.ts';
import { signedChange } from '../reports/signed-change.ts';
import type { SectorDiff } from './diff-editions.ts';

const words = {
  VI: {
    title: (since: string, edition: string) => `Khác nhau giữa giao ban ${since} và giao ban ${edition}`,
    figures: {
      NEW: 'Số liệu mới',
      MOVED: 'Số liệu thay đổi',
      UNCHANGED: 'Số liệu không đổi',
      RESTATED: 'Số liệu nêu lại khác trước',
      NO_LONGER_REPORTED: 'Số liệu không còn được báo cáo',
    } satisfies Record<ObservationChangeKind, string>,
    tasks: {
      NEW: 'Nhiệm vụ mới',
      DONE: 'Nhiệm vụ đã xong',
      FALLEN_OVERDUE: 'Nhiệm vụ thành quá hạn',
      STILL_OPEN: 'Nhiệm vụ còn mở',
    } satisfies Record<TaskChangeKind, string>,
    points: 'điểm phần trăm',
    silent: 'mức thay đổi này không được nêu',
    nothing: 'Không báo cáo trong cả hai.',
  },
  EN: {
    title: (since: string, edition: string) => `From the briefing of ${since} to that of ${edition}`,
    figures: {
      NEW: 'New figures',
      MOVED: 'Figures that moved',
      UNCHANGED: 'Figures unchanged',
      RESTATED: 'Figures restated',
      NO_LONGER_REPORTED: 'Figures no longer reported',
    } satisfies Record<ObservationChangeKind, string>,
    tasks: {
      NEW: 'New tasks',
      DONE: 'Tasks done',
      FALLEN_OVERDUE: 'Tasks fallen overdue',
      STILL_OPEN: 'Tasks still open',
    } satisfies Record<TaskChangeKind, string>,
    points: 'percentage points',
    silent: 'a change that is not stated',
    nothing: 'Not reported in either.',
  },
} as const;

/** The difference for people: by sector and by what became of a figure or task. */
export function diffReport(
  since: string,
  edition: string,
  diffs: readonly SectorDiff[],
  language: Language,
): string {
  const parts = diffs.map((diff) => sectorPart(diff, language));
  return [words[language].title(since, edition), ...parts].join('\n\n');
}

function sectorPart(diff: SectorDiff, language: Language): string {
  const { figures, tasks, nothing } = words[language];
  const lists = [
    ...observationChangeKinds.map(
      (kind) =>
        [
          figures[kind],
          diff.observations
            .filter((change) => change.kind === kind)
            .map((change) => figureLine(change, diff, language)),
        ] as const,
    ),
    ...taskChangeKinds.map(
      (kind) =>
        [
          tasks[kind],
          diff.tasks.filter((change) => change.kind === kind).map((change) => taskLine(change, language)),
        ] as const,
    ),
  ]
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) =>
      [`  ${title} (${lines.length})`, ...lines.map((line) => `    ${line}`)].join('\n'),
    );
  const { vi, en } = diff.sector.name;
  return [language === 'EN' ? en : vi, ...(lists.length === 0 ? [`  ${nothing}`] : lists)].join('\n');
}

function figureLine(
  { kind, before, after, change, percent, stated }: ObservationChange,
  { indicator }: SectorDiff,
  language: Language,
): string {
  const row = after ?? before;
  if (row === null) throw new Error('a change has no figure');
  const { unit, name } = indicator(row.indicator);
  const subject = figureSubject({ name }, row);
  const levels = [before, after].flatMap((figure) =>
    figure === null ? [] : [level(figure, unit, language)],
  );
  const moved = change === null || change.isZero() ? '' : `: ${changeText(change, percent, unit, language)}`;
  const silent = kind === 'MOVED' && moved !== '' && !stated ? `; ${words[language].silent}` : '';
  return `${language === 'EN' ? subject.en : subject.vi}: ${levels.join(' → ')}${moved}${silent}`;
}

function level(row: ObservationRow, unit: UnitRow, language: Language): string {
  const period = periodLabel(parseTimePeriod(row.period), language);
  return `${displayFigure(figureOf(row), unit, language)} (${period})`;
}

/** A change between percentages is in points; one of another figure is also told in percent of it, to two decimals. */
function changeText(change: Decimal, percent: Decimal | null, unit: UnitRow, language: Language): string {
  const signed = signedChange(change, unit, language);
  if (unit.symbol === '%') return `${signed} ${words[language].points}`;
  if (percent === null) return signed;
  const rounded = percent.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return `${signed} (${signedChange(rounded, percentUnit, language)}%)`;
}
const percentUnit = { symbol: '%', name: { vi: '%', en: '%' }, kind: 'PERCENT' } as const;

function taskLine({ task: { title, deadline } }: TaskChange, language: Language): string {
  const due = deadline === null ? '' : ` [${deadline.latest ?? deadline.asPrinted}]`;
  return `${language === 'EN' ? title.en : title.vi}${due}`;
}
