import { describe, expect, test } from 'vitest';
import type { DeadlineRecord, ObservationRecord, TargetRecord } from '../kernel/data-files/formats.ts';
import { readEnvironment } from '../kernel/environment.ts';
import { addDays } from '../kernel/local-date.ts';
import { comparisonFaults } from '../kernel/proof/check-comparisons.ts';
import { checkCoverage } from '../kernel/proof/check-coverage.ts';
import { deadlineFaults } from '../kernel/proof/check-deadlines.ts';
import { figureFaults } from '../kernel/proof/check-figures.ts';
import { checkOfficeRecords } from '../kernel/proof/check-office-records.ts';
import { checkPeriods } from '../kernel/proof/check-periods.ts';
import { checkSpans } from '../kernel/proof/check-spans.ts';
import { citedPlaces } from '../kernel/proof/cited-places.ts';
import { prove } from '../kernel/proof/prove.ts';
import { readToProve } from '../kernel/proof/read-to-prove.ts';
import type { DocumentToProve, SectorToProve } from '../kernel/proof/sector-to-prove.ts';
import { unprovenLines } from '../kernel/proof/unproven-lines.ts';
import { oneDigitOff, oneYearOff } from './support/mutations.ts';
import { missingTexts } from './report-unproven.ts';

/*
 * The shipped data held against the documents, and the proof against the shipped data: whatever is changed by
 * one digit, one day or one letter, it must notice. Where the texts are not at hand only the latter, as far as
 * it needs none; the run's last lines say so.
 */
const environment = readEnvironment();
const missing = missingTexts(environment.documentsDir);
const { toProve, faults } = readToProve(environment);
const { sectors, linesOf } = toProve;
const withTexts = describe.skipIf(missing.length > 0);

const observations = sectors.flatMap((data) =>
  data.documents.flatMap((from) => from.observations.map(({ record, at }) => ({ record, at, data, from }))),
);
const targets = sectors.flatMap((data) =>
  data.documents.flatMap((from) => from.targets.map(({ record, at }) => ({ record, at, data, from }))),
);
const tasks = sectors.flatMap((data) =>
  data.documents.flatMap((from) => from.tasks.map(({ record, at }) => ({ record, at, data, from }))),
);

test(`every record holds${missing.length > 0 ? ' as far as it can be proven here' : ''}`, () => {
  expect(faults.list).toEqual([]);
  const { faults: found, missingTexts: unproven } = prove(toProve);
  expect(found).toEqual([]);
  expect(unproven).toEqual(missing);
  if (missing.length > 0) expect(unprovenLines(unproven).join(' ')).toContain('NOT PROVEN');
});

describe('a digit changed in what is stored is noticed', () => {
  test('in every figure', () => {
    const figures = [...observations, ...targets].map(({ record, at, data }) => ({
      at,
      survivors: figureMutants(record).filter((mutant) => figureFaults(mutant, data.catalogue).length === 0),
    }));
    expect(figures.filter(({ survivors }) => survivors.length > 0)).toEqual([]);
    expect(
      [...observations, ...targets].flatMap(({ record }) => figureMutants(record)).length,
    ).toBeGreaterThan(400);
  });

  test('in every stated change, its sign included', () => {
    const survivors = observations.flatMap(({ record, at, data }) =>
      record.comparisons.flatMap((comparison) => {
        const { stated } = comparison;
        if (stated === undefined) return [];
        const otherSign = stated.startsWith('-') ? stated.slice(1) : `-${stated}`;
        return [...oneDigitOff(stated), otherSign]
          .map((changed) => ({ ...comparison, stated: changed }))
          .filter((mutant) => comparisonFaults(mutant, record, data.catalogue).length === 0)
          .map((mutant) => ({ at, stated: mutant.stated }));
      }),
    );
    expect(survivors).toEqual([]);
  });

  test('in every deadline', () => {
    const survivors = [...tasks, ...targets].flatMap(({ record, at, from }) =>
      deadlineMutants(record.deadline)
        .filter((mutant) => deadlineFaults(mutant, from.document.heldOn).length === 0)
        .map((mutant) => ({ at, mutant })),
    );
    expect(survivors).toEqual([]);
  });
});

withTexts('with the texts at hand', () => {
  test('a span shifted by one is noticed everywhere', () => {
    for (const data of sectors) {
      const shifted = JSON.parse(
        JSON.stringify(data.documents, (key, value: unknown) =>
          (key === 'start' || key === 'end') && typeof value === 'number' ? value + 1 : value,
        ),
      ) as SectorToProve['documents'];
      const places = citedPlaces(data).length;
      expect(checkSpans({ documents: shifted }, linesOf), data.sector.code).toHaveLength(places);
    }
  });

  test('a wrong year is noticed in every period that is not inferred', () => {
    const survivors = observations
      .filter(({ record }) => record.inferred === undefined)
      .flatMap(({ record, at, data, from }) =>
        oneYearOff(record.period)
          .map((period) => ({ ...record, period }))
          .filter((mutant) => checkPeriods(replaced(data, from, record, mutant), linesOf).length === 0)
          .map(({ period }) => ({ at, period })),
      );
    expect(survivors).toEqual([]);
  });

  test('a wrong year is noticed in every base period', () => {
    const survivors = observations.flatMap(({ record, at, data, from }) =>
      record.comparisons.flatMap((comparison, index) =>
        (comparison.period === undefined ? [] : oneYearOff(comparison.period)).flatMap((period) => {
          const comparisons = record.comparisons.with(index, { ...comparison, period });
          const mutant = { ...record, comparisons };
          return checkPeriods(replaced(data, from, record, mutant), linesOf).length === 0
            ? [{ at, period }]
            : [];
        }),
      ),
    );
    expect(survivors).toEqual([]);
  });

  test("a digit changed in a legal document's number or day, or in a meeting's day, is noticed", () => {
    const survivors = sectors.flatMap((data) =>
      data.documents.flatMap((from) =>
        officeMutants(from)
          .filter((mutant) => checkOfficeRecords({ documents: [mutant] }, linesOf).length === 0)
          .map(() => from.folder),
      ),
    );
    expect(survivors).toEqual([]);
  });

  test('a figure or an exclusion taken away leaves a number that is in no record', () => {
    const survivors = sectors.flatMap((data) =>
      data.documents.flatMap((from) => [
        ...from.exclusions.flatMap((taken) => {
          const rest = { ...from, exclusions: from.exclusions.filter((other) => other !== taken) };
          return coverageFaults(data, from, rest) === 0 ? [taken.at] : [];
        }),
        ...from.observations.flatMap((taken) => {
          if (isCitedElsewhere(taken.record, taken.at)) return [];
          const rest = { ...from, observations: from.observations.filter((other) => other !== taken) };
          return coverageFaults(data, from, rest) === 0 ? [taken.at] : [];
        }),
      ]),
    );
    expect(survivors).toEqual([]);
  });
});

function figureMutants<Record extends ObservationRecord | TargetRecord>(record: Record): Record[] {
  return (['value', 'lower', 'upper', 'outOf'] as const).flatMap((field) => {
    const stored = field in record ? record[field as keyof Record] : undefined;
    return typeof stored === 'string'
      ? oneDigitOff(stored).map((text) => ({ ...record, [field]: text }))
      : [];
  });
}

function deadlineMutants(deadline: DeadlineRecord | undefined): DeadlineRecord[] {
  if (deadline === undefined) return [];
  const { earliest, latest, soft } = deadline;
  return [
    { ...deadline, soft: !soft },
    ...(earliest === undefined ? [] : [{ ...deadline, earliest: addDays(earliest, 1) }]),
    ...(latest === undefined
      ? [{ ...deadline, latest: '2020-12-31' }]
      : [1, -1, 365].map((days) => ({ ...deadline, latest: addDays(latest, days) }))),
  ];
}

function officeMutants(from: DocumentToProve): DocumentToProve[] {
  const alone = { ...from, meeting: null, legalDocuments: [] };
  const { meeting } = from;
  return [
    ...(meeting === null
      ? []
      : [
          {
            ...alone,
            meeting: { ...meeting, record: { ...meeting.record, heldOn: addDays(meeting.record.heldOn, 1) } },
          },
        ]),
    ...from.legalDocuments.flatMap(({ record, at }) =>
      [
        ...(record.number === undefined ? [] : oneDigitOff(record.number)).map((number) => ({
          ...record,
          number,
        })),
        ...(record.issuedOn === undefined ? [] : [{ ...record, issuedOn: addDays(record.issuedOn, 1) }]),
      ].map((mutant) => ({ ...alone, legalDocuments: [{ record: mutant, at }] })),
    ),
  ];
}

function replaced(
  data: SectorToProve,
  from: DocumentToProve,
  record: ObservationRecord,
  mutant: ObservationRecord,
): SectorToProve {
  const changed = from.observations.map((placed) =>
    placed.record === record ? { ...placed, record: mutant } : placed,
  );
  return { ...data, documents: [{ ...from, observations: changed }] };
}

function coverageFaults(data: SectorToProve, from: DocumentToProve, rest: DocumentToProve): number {
  const changed = sectors.map((other) =>
    other === data ? { documents: data.documents.map((one) => (one === from ? rest : one)) } : other,
  );
  return checkCoverage(from.document, changed, linesOf)?.faults.length ?? 0;
}

/** A number may be printed for two figures: "Bộ TT&TT, Bộ Y tế … 100%"; one of them still covers it. */
function isCitedElsewhere({ cite }: ObservationRecord, at: string): boolean {
  if (cite.printed === undefined || !/\d/u.test(cite.printed)) return true;
  const document = observations.find((one) => one.at === at)?.from.document.id;
  return sectors
    .flatMap(citedPlaces)
    .some(
      (place) =>
        place.at !== at &&
        place.document === document &&
        place.kind !== 'STATEMENT' &&
        place.line === cite.line &&
        place.start <= cite.start &&
        cite.end <= place.end,
    );
}
