import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../kernel/decimal.ts';
import { readSectors } from '../../kernel/sectors.ts';
import { recordsOfFiles } from '../reports/report-records.ts';
import { auditEdition } from './audit-edition.ts';
import { auditReport } from './audit-report.ts';

const records = recordsOfFiles(readSectors());
const july = auditEdition('2020-07', records);

describe('the audit of an edition', () => {
  it('tells of each finding what it is of, from when, and where it stands', () => {
    expect(july.findings.find(({ slip }) => slip === 'WRONG_BASE')).toMatchObject({
      sector: 'TELECOM',
      kind: 'COMPARISON',
      subject: { vi: 'Doanh thu di động trong tháng, tháng 6/2020' },
      stated: '-9.6',
      verdict: 'INCONSISTENT',
      place: '2020-08-04-briefing-july-2020:41',
    });
  });

  it('gives figures in plain digits, to ten significant ones', () => {
    for (const { computed } of july.findings)
      if (computed !== null) expect(parseDecimal(computed).precision()).toBeLessThanOrEqual(15);
    const [incidents] = july.findings.filter(
      ({ kind, sector }) => kind === 'SUM' && sector === 'CYBERSECURITY',
    );
    expect(incidents).toMatchObject({ computed: '521', interval: '[521, 521]' });
  });

  it('has an explanation in both languages for everything that it says', () => {
    for (const { explanation, id } of july.findings) {
      expect(explanation.vi, id).toMatch(/\S.*[.…]$/u);
      expect(explanation.en, id).toMatch(/\S.*[.…]$/u);
      expect(explanation.en, id).not.toMatch(/[ăâđêôơư]/iu);
    }
  });

  it('is of the sectors whose records it gets', () => {
    const press = auditEdition(
      '2020-Q3',
      records.filter(({ sector }) => sector.code === 'PRESS'),
    );
    expect(new Set(press.findings.map(({ sector }) => sector))).toEqual(new Set(['PRESS']));
  });

  it('of a briefing that is not held has nothing, and the report says so', () => {
    const none = auditEdition('2019-07', records);
    expect(none).toEqual({ findings: [], uncompared: [] });
    expect(auditReport('2019-07', none, { language: 'EN', all: false })).toContain(
      'There is nothing to compute',
    );
  });
});

describe('the report', () => {
  const report = (all: boolean) => auditReport('2020-07', july, { language: 'EN', all });

  it('leaves out what agrees, unless all is asked for', () => {
    const agree = 'Telephone subscriptions, June 2020';
    expect(report(false)).not.toContain(agree);
    expect(report(true)).toContain(agree);
  });

  it('tells a change that nobody states with its unit', () => {
    expect(
      auditReport('2020-Q3', auditEdition('2020-Q3', records), { language: 'VI', all: false }),
    ).toContain('9.637 đài (ngày 6/7/2020) → 9.534 đài (tháng 8/2020): −103 đài, −1,07%');
  });

  it('counts every verdict, and shows the gravest of a sector first', () => {
    const counted = [...(report(true).split('\n')[0]?.matchAll(/\d+/gu) ?? [])]
      .slice(2)
      .map(([count]) => Number(count));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(july.findings.length);
    const telecom = report(true)
      .split('\n\n')
      .find((part) => part.startsWith('TELECOM'));
    expect(telecom?.split('\n')[1]).toMatch(/^ {2}INCONSISTENT \(WRONG_BASE\) {2}COMPARISON/u);
  });
});
