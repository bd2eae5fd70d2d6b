import { figureInterval } from '../../interval/figure-interval.ts';
import { readFigure } from '../../printed/printed-figure.ts';
import type { ContextRow, ObservationRow, PlaceRow } from '../../store/rows.ts';
import { figureText } from '../explanation/change-unit-text.ts';
import { inBoth } from '../explanation/number-text.ts';
import { verdictWords } from '../explanation/verdict-text.ts';
import { dimensionsOf, sameGroup, vintageKeys } from '../figures/dimensions.ts';
import type { CatalogueRows, Evidence } from '../figures/evidence.ts';
import { judge } from '../judge.ts';
import { findingId, type CheckRule, type Finding } from './check-rule.ts';
import { sameFigure } from './same-figure.ts';
import { statedFigure } from './stated-figure.ts';

/**
 * REPEATED: the same figure printed twice in one document. Either two records tell one stock of one day under two names of it, or a
 * record names a second place where its figure or its total is printed (a context for TOTAL, that is no other record's own place).
 */
export const repeatedCheck: CheckRule = {
  kind: 'REPEATED',
  keys: (row, catalogue) => [
    ...vintageKeys(dimensionsOf(row), row.period),
    ...(totalPlaces(row).length > 0 ? parentKeys(row, catalogue) : []),
  ],
  findings: (row, evidence) => [...twiceRecorded(row, evidence), ...printedElsewhere(row, evidence)],
};

function twiceRecorded(row: ObservationRow, evidence: Evidence): readonly Finding[] {
  const { document, revision, ordinal } = row;
  if (document === null) return [];
  return evidence
    .vintages(dimensionsOf(row), row.period)
    .filter((held) => held.document === document && held.revision === revision && held.ordinal < ordinal)
    .flatMap((earlier) => {
      const found = sameFigure(row, earlier, evidence);
      if (found === null) return [];
      return [
        {
          id: findingId(row, 'REPEATED', earlier.period),
          kind: 'REPEATED',
          subject: row,
          operands: [earlier],
          ...found,
          slip: null,
          explanation: {
            vi: `Cùng văn bản in lần trước: ${found.explanation.vi}`,
            en: `Printed before in the same document: ${found.explanation.en}`,
          },
          citation: row.citation,
        } satisfies Finding,
      ];
    });
}

function printedElsewhere(row: ObservationRow, evidence: Evidence): readonly Finding[] {
  const places = totalPlaces(row);
  if (row.document === null || places.length === 0) return [];
  const recorded = evidence.ofDocument(row.document).flatMap(({ citation }) => citation ?? []);
  return places
    .filter((place) => !recorded.some((cited) => overlap(cited, place)))
    .flatMap((place) => repeatedAt(place, row, evidence) ?? []);
}

/** The total's figure where the row is a part of one, else its own, printed at another place. */
function repeatedAt(place: ContextRow, row: ObservationRow, evidence: Evidence): Finding | null {
  const { parent, unit } = evidence.indicator(row.indicator);
  const repeated =
    parent === null
      ? row
      : evidence
          .vintages(sameGroup(row, evidence.indicator(parent)), row.period)
          .findLast(({ document }) => document === row.document);
  const printed = readFigure(place.printed ?? '');
  const stated = repeated && statedFigure(repeated, evidence);
  if (!stated || !printed?.value || printed.outOf !== null || printed.percent !== (unit.symbol === '%'))
    return null;
  const interval = figureInterval({ ...printed, kind: unit.kind });
  const verdict = judge(stated.interval, { value: printed.value, interval });
  const second = { value: printed.value, qualifier: printed.qualifier };
  return {
    id: findingId(row, 'REPEATED', `${place.line}-${place.start}`),
    kind: 'REPEATED',
    subject: repeated,
    operands: repeated === row ? [] : [row],
    stated: stated.value,
    computed: printed.value,
    interval,
    verdict,
    slip: null,
    explanation: inBoth((language) => {
      const [here, there] = [stated, second].map((figure) => figureText(figure, unit, language));
      const words = verdictWords(verdict, here ?? '', language);
      return language === 'VI'
        ? `Dòng ${place.line} cũng in ${there ?? ''}; ${words}.`
        : `Line ${place.line} prints ${there ?? ''} as well; ${words}.`;
    }),
    citation: { ...place, context: [] },
  };
}

function totalPlaces({ citation }: ObservationRow): readonly ContextRow[] {
  return (citation?.context ?? []).filter((place) => place.for === 'TOTAL');
}

function parentKeys(row: ObservationRow, catalogue: CatalogueRows): readonly string[] {
  const parent = catalogue.get(catalogue.get(row.indicator)?.parent ?? '');
  return parent === undefined ? [] : vintageKeys(sameGroup(row, parent), row.period);
}

function overlap(a: PlaceRow, b: PlaceRow): boolean {
  return a.document === b.document && a.line === b.line && a.start < b.end && b.start < a.end;
}
