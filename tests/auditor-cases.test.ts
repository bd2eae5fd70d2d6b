import { describe, expect, test } from 'vitest';
import { auditStatedChange } from '../kernel/auditor/audit-stated-change.ts';
import { findingsIn } from '../kernel/auditor/checks-of.ts';
import type { CheckKind, Slip, Verdict } from '../kernel/auditor/verdicts.ts';
import { evidenceOf } from '../kernel/auditor/figures/evidence.ts';
import { impliedObservations } from '../kernel/auditor/implied-observations.ts';
import { neighbouringChanges } from '../kernel/auditor/neighbouring-changes.ts';
import { formatDecimal, parseDecimal, type Decimal } from '../kernel/decimal.ts';
import { intervalContains, type Interval } from '../kernel/interval/interval.ts';
import { readSectorRows } from '../kernel/load/load-sector.ts';
import { readSector } from '../kernel/sectors.ts';

/*
 * The known cases of the briefings, as the auditor finds them out of the teams' own data files. What is written here is what the five
 * documents say and what arithmetic makes of it: the proof that the system finds them, and not what it finds them by
 * (stored-verdicts.test.ts).
 */
function sectorOf(folder: string) {
  const { rows } = readSectorRows(readSector(folder));
  const catalogue = new Map(rows.indicators.map((indicator) => [indicator._id, indicator]));
  return { catalogue, rows: rows.observations, evidence: evidenceOf(catalogue, rows.observations) };
}

interface Found {
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  readonly computed: string | null;
  readonly interval: Interval | null;
  readonly explanation: { readonly vi: string; readonly en: string };
}
const text = (value: Decimal | null) => (value === null ? null : formatDecimal(value));

/** The stated change of a figure, by what the document prints of it. */
function comparison(sector: string, edition: string, indicator: string, printed: string): Found {
  const { rows, evidence } = sectorOf(sector);
  const found = rows
    .filter((row) => row.edition === edition && row.indicator === indicator)
    .flatMap((of) => of.comparisons.map((stated) => ({ of, comparison: stated })))
    .filter(({ comparison: stated }) => stated.citation?.printed === printed);
  const [change] = found;
  if (change === undefined || found.length > 1)
    throw new Error(`${found.length} of ${indicator} "${printed}"`);
  const { computed, ...audited } = auditStatedChange(change, evidence);
  return { ...audited, computed: text(computed) };
}

/** The one check of a kind of a figure for its own sake. */
function check(sector: string, edition: string, kind: CheckKind, indicator: string): Found {
  const { rows, evidence } = sectorOf(sector);
  const findings = rows
    .filter((row) => row.edition === edition)
    .flatMap((row) => findingsIn(row, evidence))
    .filter(({ kind: found, subject }) => found === kind && subject.indicator === indicator)
    .filter(({ subject }) => subject.role === 'MAIN');
  const [finding] = findings;
  if (finding === undefined || findings.length > 1)
    throw new Error(`${findings.length} ${kind} of ${indicator}`);
  return { ...finding, computed: text(finding.computed) };
}

/** Rounded outward to one more digit than the document prints: the ends as a person would write them down. */
function ends({ interval }: Found, places: number): readonly (string | null)[] {
  return [
    text(interval?.lower?.toDecimalPlaces(places) ?? null),
    text(interval?.upper?.toDecimalPlaces(places) ?? null),
  ];
}

describe('the known cases', () => {
  test('2020-07: mobile revenue 7,39 against 8,1 has not fallen by 9,6%; the change was divided by the wrong year', () => {
    const found = comparison('telecom', '2020-07', 'telecom.revenue.mobile', 'giảm 9,6%');
    expect(found).toMatchObject({ verdict: 'INCONSISTENT', slip: 'WRONG_BASE', computed: '-8.765432099' });
    expect(ends(found, 1)).toEqual(['-9.4', '-8.1']);
    expect(found.explanation.en).toContain('8.1 ÷ 7.39 − 1 = 9.607…%');
    expect(found.explanation.vi).toContain('7,39 ÷ 8,1 − 1 = −8,765…%');
  });

  test('2020-07: fixed revenue 2,87 against 2,2 has risen by about 30%', () => {
    const found = comparison('telecom', '2020-07', 'telecom.revenue.fixed', 'tăng khoảng 30%');
    expect(found).toMatchObject({ verdict: 'CONSISTENT', slip: null, computed: '30.45454545' });
  });

  test.each([
    ['cybersecurity', 'cybersecurity.incidents', '521', '232 + 168 + 121 = 521'],
    ['telecom', 'telecom.phone-subscribers', '130460000', '127,01 + 3,45 = 130,46'],
    ['it-application', 'it-application.connected-agencies', '76', '21 + 55 = 76'],
  ])('2020-07: the parts of %s add up to their total', (sector, indicator, computed, sum) => {
    const found = check(sector, '2020-07', 'SUM', indicator);
    expect(found).toMatchObject({ verdict: 'CONSISTENT', slip: null, computed });
    expect(found.explanation.vi).toContain(sum);
  });

  test('2020-07: foreign-invested enterprises have 55 of 58, which is 95%', () => {
    const found = check('ict-industry', '2020-07', 'SHARE', 'ict-industry.fdi-share');
    expect(found).toMatchObject({ verdict: 'CONSISTENT', slip: null, computed: '94.82758621' });
  });

  test('2020-Q3: 157 stations, 85 more than in 2019, are not 120% more', () => {
    const found = check('press', '2020-Q3', 'INCREMENT', 'press.radio.smart-stations');
    expect(found).toMatchObject({
      verdict: 'INCONSISTENT',
      slip: 'ROUNDED_TOO_FAR',
      computed: '118.0555556',
    });
    expect(found.explanation.en).toContain('157 − 85 = 72');
    const whole = check('press', '2020-Q3', 'IMPLIED_BASE', 'press.radio.smart-stations');
    expect(whole).toMatchObject({ verdict: 'INCONSISTENT', computed: '71.36363636' });
  });

  test('2020-Q3: 12 of 20 ministries and 39 of 63 provinces are 61,4% and not 61,5%; it was rounded twice', () => {
    const found = check('cybersecurity', '2020-Q3', 'SHARE', 'cybersecurity.four-layer.share');
    expect(found).toMatchObject({
      verdict: 'INCONSISTENT',
      slip: 'DOUBLE_ROUNDING',
      computed: '61.44578313',
    });
    expect(found.explanation.en).toContain('61.4457… → 61.45 → 61.5');
  });

  test.each([
    ['tăng trưởng 19%', '19.09649609'],
    ['tăng trưởng 36,56%', '36.55737705'],
  ])('2022-08: ICT revenue has grown as stated: %s', (printed, computed) => {
    const found = comparison('ict-industry', '2022-08', 'ict-industry.revenue', printed);
    expect(found).toMatchObject({ verdict: 'CONSISTENT', slip: null, computed });
  });

  test('2022-08: negative news fell from 3,4% to 3,2% by 0,2 points, which are printed as percent', () => {
    const found = comparison('press', '2022-08', 'press.negative-news.share', 'giảm 0,2%');
    expect(found).toMatchObject({
      verdict: 'CONSISTENT',
      slip: 'POINTS_AS_PERCENT',
      computed: '-0.2',
      unit: 'PERCENTAGE_POINT',
    });
  });

  test('percent and points are told apart where arithmetic can: a share of 29,81% has not risen by 56 points', () => {
    const indicator = 'it-application.online-services.level-3-4.with-records-share';
    const found = comparison('it-application', '2020-Q3', indicator, 'tăng 56%');
    expect(found).toMatchObject({ verdict: 'BASE_MISSING', unit: 'PERCENT' });
  });

  test('and where it cannot, both readings are given', () => {
    const indicator = 'it-application.online-services.level-3-4.share';
    const found = comparison('it-application', '2020-Q3', indicator, 'tăng 20%');
    expect(found).toMatchObject({
      verdict: 'AMBIGUOUS',
      unit: null,
      readings: [{ unit: 'PERCENT' }, { unit: 'PERCENTAGE_POINT' }],
    });
  });
});

describe('what follows from what is stated', () => {
  test('in June 2020 botnets held about 2.117 million addresses, for July’s 2.014.512 were 4,84% fewer', () => {
    const { rows, evidence } = sectorOf('cybersecurity');
    const [june, ...others] = impliedObservations(rows, evidence).filter(
      ({ row }) => row.indicator === 'cybersecurity.botnet-addresses' && row.period === '2020-06',
    );
    if (june === undefined || others.length > 0) throw new Error('one figure of June must be implied');
    expect(june.row.status).toBe('IMPLIED');
    expect(text(june.value)).toBe('2116973.518');
    expect(intervalContains(june.interval, parseDecimal('2117000'))).toBe(true);
    expect(june.interval.upper?.minus(june.interval.lower ?? 0).lt(250)).toBe(true);
    expect(june.impliedBy?.comparison.citation?.printed).toBe('giảm 4,84%');
  });

  test('commune radio stations fell by 103 between two editions, and neither says so', () => {
    const { rows, evidence } = sectorOf('press');
    const [fall, ...others] = neighbouringChanges(rows, evidence).filter(
      ({ after }) => after.row.indicator === 'press.radio.commune-stations',
    );
    if (fall === undefined || others.length > 0) throw new Error('there is one change of the stations');
    expect([fall.before, fall.after].map(({ row, value }) => [row.edition, text(value)])).toEqual([
      ['2020-S1', '9637'],
      ['2020-Q3', '9534'],
    ]);
    expect(text(fall.change)).toBe('-103');
    expect(text(fall.percent)).toBe('-1.068797344');
    const stated = rows.filter(({ indicator }) => indicator === 'press.radio.commune-stations');
    expect(stated.flatMap(({ comparisons }) => comparisons)).toEqual([]);
  });

  test('76 agencies of the third quarter are nobody’s print: 55 provinces and 21 ministries', () => {
    const { rows } = sectorOf('it-application');
    const spoken = rows.find(
      ({ edition, indicator }) => edition === '2020-Q3' && indicator === 'it-application.connected-agencies',
    );
    expect(spoken?.value).toBeNull();
    const found = comparison(
      'it-application',
      '2020-Q3',
      'it-application.connected-agencies',
      'tăng gần gấp đôi',
    );
    expect(found).toMatchObject({ verdict: 'CONSISTENT', computed: '1.9' });
  });
});
